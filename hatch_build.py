"""What hatchling runs when it builds the wheel: validate the data, ship their snapshot.

A first call then costs what a warm one does, wherever no cache can be written. An editable
install has no snapshot: its data may change, the cache follows them.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedSnapshot(BuildHookInterface):
    """Adds the snapshot beside the data of the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the snapshot; faulty data end the build."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from penitcareer.store.shipped import NAME, make_shipped

        self.folder = tempfile.TemporaryDirectory()
        made = Path(self.folder.name, NAME)
        made.write_bytes(make_shipped(str(Path(self.root, "data"))))
        build_data["force_include"][str(made)] = f"penitcareer/data/{NAME}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """The wheel holds the snapshot now."""
        if version != "editable":
            self.folder.cleanup()
