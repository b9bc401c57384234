"""The options by which a command takes what the domain knows as fields."""


class Flags(dict[str, str]):
    """The option of each field: the command's own, as it declares it, else the field's name
    with dashes. A sentence names fields, `{ic_csg}`, and is formatted with this."""

    def __missing__(self, field: str) -> str:
        return f"--{field.replace('_', '-')}"
