"""Where things are: the data inside the package, the user's métiers, the cache, the state."""

import os
import sys
from importlib import import_module
from typing import Any

APP = "penitcareer"
CLOSED_FOLDER = "le dossier ne peut pas être lu : vérifiez ses droits"
_LINUX = sys.platform.startswith("linux")


def data_folder() -> str:
    """The built-in data: inside the installed package, or at the root of a source tree."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "data")
    if os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data")


def user_folder(kind: str = "metiers") -> str | None:
    """The folder of the user's own `metiers` or `corps`, None when there is no home."""
    base = _xdg("XDG_CONFIG_HOME", ".config") or _platform_folder("user_config_dir")
    return os.path.join(base, kind) if base else None


def cache_folder() -> str | None:
    """The folder of the cache, None when there is no home."""
    return _xdg("XDG_CACHE_HOME", ".cache") or _platform_folder("user_cache_dir")


def state_folder() -> str | None:
    """The folder of what is remembered between two calls, None when there is no home."""
    return _xdg("XDG_STATE_HOME", os.path.join(".local", "state")) or _platform_folder("user_state_dir")


def _xdg(variable: str, default: str) -> str | None:
    """The XDG folder when its variable is set (on any system), or by default on Linux.
    platformdirs would say the same, for 15 million instructions more on every call."""
    base = os.environ.get(variable, "")
    if os.path.isabs(base):
        return os.path.join(base, APP)
    if not _LINUX:
        return None
    home = os.path.expanduser("~")
    return os.path.join(home, default, APP) if os.path.isabs(home) else None


def _platform_folder(kind: str) -> str | None:
    """The folder by the custom of macOS or Windows."""
    if _LINUX:
        return None
    platformdirs: Any = import_module("platformdirs")
    folder: str = getattr(platformdirs, kind)(APP, appauthor=False)
    return folder if os.path.isabs(folder) else None


def yaml_files(path: str) -> list[str]:
    """A file itself, or the YAML files of a folder, in order of name."""
    if not os.path.isdir(path):
        return [path]
    names = sorted(name for name in os.listdir(path) if name.endswith((".yaml", ".yml")) and name[0] != ".")
    return [os.path.join(path, name) for name in names]
