"""The code of templates, with fewer steps for each value: hundreds stand on a page.

jinja2 lets a context call what a template calls, since a few functions want to know where they are called; it marks
as safe each value that it has escaped, though all that is done with it is that it is joined to a page; and it looks
for ``a.b`` in two ways, by a call, since ``a`` may be a mapping. In our own templates ``a.b`` is an attribute, as it is
in Python; in those of a region it is what jinja2's manual says.
"""

from __future__ import annotations

from functools import cached_property
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]  # it has no public name

from streekagenda.rendering.layouts import packaged

if TYPE_CHECKING:
    from jinja2.compiler import Frame


def escaped(value: object) -> str:
    """Return a value as it may stand in HTML, as :func:`markupsafe.escape` does, but not marked as safe."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


_PLAIN = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Call)
"""What is written so that an attribute can stand behind it."""
_GETTEXT = frozenset({"_", "gettext"})
_SAFE = _GETTEXT | {"icon"}
"""Functions of each page that give HTML."""


class TemplateCode(CodeGenerator):
    """Writes the code of one template; its environment has :func:`escaped`, and escapes always."""

    @cached_property
    def _ours(self) -> bool:
        return self.filename is not None and Path(self.filename).resolve().is_relative_to(packaged().resolve())

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 -- jinja2's
        """Write a call of what is called, unless that wants to know where, or is called in a rare way."""
        if self._ours and _is_said(node):
            self.visit(node.node, frame)
            self.write("[")
            self.visit(node.args[0], frame)
            self.write("]")
            return
        rare = forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs)
        if rare or self._wants_to_know(node.node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 -- jinja2's
        """Write an attribute as Python does, unless its name or what it is asked of cannot stand so in Python."""
        if not self._ours or iskeyword(node.attr) or not isinstance(node.node, _PLAIN) or _is_block(node.node):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 -- jinja2's
        """Write a test; whether an attribute is defined can be asked of what lacks it."""
        if self._ours and node.name == "defined" and isinstance(node.node, nodes.Getattr):
            self.write("hasattr(")
            self.visit(node.node.node, frame)
            self.write(f", {node.node.attr!r})")
            return
        super().visit_Test(node, frame)

    def _wants_to_know(self, called: nodes.Expr) -> bool:
        known = self.environment.globals.get(called.name) if isinstance(called, nodes.Name) else None
        return hasattr(known, "jinja_pass_arg")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write("(" if self._ours and _is_safe(node) else "environment.escaped(")


def _is_block(node: nodes.Expr) -> bool:
    """Whether it is what jinja2 gives the blocks of a template by."""
    return isinstance(node, nodes.Name) and node.name == "self"


def _is_said(node: nodes.Call) -> bool:
    """Whether it asks for a message without variables: what answers is a mapping as well."""
    named = isinstance(node.node, nodes.Name) and node.node.name in _GETTEXT
    return named and len(node.args) == 1 and not (node.kwargs or node.dyn_args or node.dyn_kwargs)


def _is_safe(node: nodes.Expr) -> bool:
    """Whether what it gives may stand in HTML, whatever it is."""
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in _SAFE
