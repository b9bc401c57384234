"""`--tout`: the screen says less than is known, never something else."""

import pytest

from tests.support import penit


@pytest.mark.parametrize("command", [("show", "cpip"), ("list",), ("net", "3500")])
def test_data_formats_are_whole_without_it(command: tuple[str, ...]) -> None:
    for form in ("json", "csv"):
        assert penit(*command, "--format", form).out == penit(*command, "--format", form, "--tout").out
