"""Faults put into a module of ours in every process of a run, as a misbehaving library would bring them."""

from __future__ import annotations

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


def hook(module: str, code: str) -> dict[str, bytes]:
    """A `sitecustomize.py` that calls `patch(module)`, defined by `code`, once the module is loaded.

    Put its folder on PYTHONPATH: interpreters load it at their start.
    """
    return {"sitecustomize.py": (code + _HOOK.format(name=module)).encode()}
