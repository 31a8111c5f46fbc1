"""Faults put into a module of ours in every process of a run, as a misbehaving library would bring them."""

from __future__ import annotations

from pathlib import Path

_HOOK = """
import importlib.abc, importlib.util, sys

NAME = {name!r}

class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name != NAME:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        sys.meta_path.insert(0, self)
        load = spec.loader.exec_module
        def exec_module(module):
            load(module)
            patch(module)
        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, Finder())
"""


_HELD = """
import os, pathlib, time

def patch(module):
    read = module.read
    def held(data, name, limits=module.Limits()):
        if not gate.exists() and name[:4].isdecimal() and int(name[:4]) >= first:
            (gate.parent / "waiting").write_text(str(os.getpid()))
            while not gate.exists():
                time.sleep(0.02)
        return read(data, name, limits)
    module.read = held
"""


def held(gate: Path, first: int) -> dict[str, bytes]:
    """A hook by which files from number `first` on (of their names) are read once the file `gate` is there.

    Until then the reader waits, so that a run is in the middle of its work for as long as a test needs; a
    file `waiting` beside the gate tells the id of its process.
    """
    return hook("extractors.reading", _HELD + f"gate, first = pathlib.Path({str(gate)!r}), {first}\n")


def hook(module: str, code: str) -> dict[str, bytes]:
    """A `sitecustomize.py` that calls `patch(module)`, defined by `code`, once the module is loaded.

    Put its folder on PYTHONPATH: interpreters load it at their start.
    """
    return {"sitecustomize.py": (code + _HOOK.format(name=module)).encode()}
