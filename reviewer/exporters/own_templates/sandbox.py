"""Where templates of other people run: they lay out what they are given, and reach nothing else.

Jinja's sandbox is made narrower. Attributes are those of the view model and of loops; filters and tests that are not
listed do not exist, so that nothing takes the escaping away; the size of values and the number of steps are limited. A
step is a round of a loop, a call, a filter or a hundred signs that are written.
"""

from collections.abc import Iterator, Sequence, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from typing import Any, Final

from jinja2 import TemplateSyntaxError, nodes, pass_context
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, do_join
from jinja2.nodes import EvalContext
from jinja2.runtime import BlockReference, Context, LoopContext, TemplateReference, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace, pass_eval_context

from reviewer.exporters.signs import shown

LONGEST_RANGE: Final = 10_000
MOST_PARTS: Final = 100_000
MOST_SIGNS: Final = 10_000_000
"""In one value: items of a list, signs of a text."""

MOST_BITS: Final = 256
SIGNS_A_STEP: Final = 100

_ON_WORDS: Final = ("capitalize", "e", "escape", "float", "int", "lower", "striptags", "title", "trim", "truncate",
                    "upper", "wordcount")  # fmt: skip
_ON_LISTS: Final = ("count", "first", "groupby", "items", "last", "length", "list", "map", "max", "min", "reject",
                    "rejectattr", "reverse", "select", "selectattr", "sort", "unique")  # fmt: skip
_WORD_METHODS: Final = frozenset(
    ("startswith", "endswith", "upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "split", "isdigit")
)
_TABLE_METHODS: Final = frozenset(("items", "keys", "values", "get"))
_OF_JINJA: Final = (LoopContext, Namespace, Cycler, Joiner, BlockReference, TemplateReference, TemplateModule)
_COUNTED, _COUNTED_WORDS = " counted", " counted_words"
"""Names that no template can write."""

_steps_left: ContextVar[list[int]] = ContextVar("_steps_left")


class OnAndOn(SecurityError):
    """A template took more steps than it may."""


@contextmanager
def steps_from(left: list[int]) -> Iterator[None]:
    """Templates use up the number in `left` while this lasts."""
    token = _steps_left.set(left)
    try:
        yield
    finally:
        _steps_left.reset(token)


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for templates that came from somewhere; `steps_from` must surround what it does."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(autoescape=True, optimized=False, finalize=_written, **options)
        known = (*_ON_WORDS, *_ON_LISTS, "abs", "d", "default", "dictsort")
        self.filters = {name: FILTERS[name] for name in known}
        self.filters |= {_COUNTED: _counted, _COUNTED_WORDS: _counted_words, "join": _joined}
        self.globals = {name: self.globals[name] for name in ("dict", "cycler", "joiner", "namespace")}
        self.globals["range"] = _short_range

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only what a page is laid out with."""
        if attr.startswith("_"):
            return False
        if is_dataclass(obj):
            return attr in {field.name for field in fields(obj)} or isinstance(getattr(type(obj), attr, None), property)
        if isinstance(obj, str):
            return attr in _WORD_METHODS
        if isinstance(obj, dict):
            return attr in _TABLE_METHODS
        return isinstance(obj, _OF_JINJA)

    def wrap_str_format(self, value: Any) -> None:
        """`format` is no method of words here, not even the one that Jinja puts in its place."""

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """A call is a step."""
        _step()
        return super().call(context, obj, *args, **kwargs)

    def call_filter(
        self,
        name: str,
        value: Any,
        args: Sequence[Any] | None = None,
        kwargs: Any = None,
        context: Context | None = None,
        eval_ctx: EvalContext | None = None,
    ) -> Any:
        """A filter that another filter names, as `map` does."""
        (_weighed_words if name in _ON_WORDS else _weighed)(value)
        return super().call_filter(name, value, args, kwargs, context, eval_ctx)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Sums and products that stay small."""
        pair = (left, right)
        if operator == "%" and isinstance(left, str):
            raise SecurityError("words are put together with ~, not with %.")
        if operator in ("*", "**") and all(isinstance(one, int) for one in pair):
            bits = int(left).bit_length() * (int(right) if operator == "**" else 1) + int(right).bit_length()
            if bits > MOST_BITS:
                raise SecurityError("the number is too large.")
        elif operator == "*":
            times = next((one for one in pair if isinstance(one, int)), 1)
            _fit(sum(len(one) for one in pair if isinstance(one, Sized)) * times, pair)
        elif operator == "+":
            _fit(sum(len(one) for one in pair if isinstance(one, Sized)), pair)
        _step()
        return super().call_binop(context, operator, left, right)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """Jinja's hook between reading a template and making a program of it: here the steps come in."""
        for switch in source.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            raise TemplateSyntaxError("autoescape cannot be changed.", switch.lineno, name, filename)
        filters = list(source.find_all(nodes.Filter))
        for loop in source.find_all(nodes.For):
            loop.body.insert(0, nodes.ExprStmt(_under(_COUNTED, nodes.Const(0, lineno=loop.lineno))))
        for concat in source.find_all(nodes.Concat):
            concat.nodes = [_under(_COUNTED_WORDS, one) for one in concat.nodes]
        for one in filters:
            if one.node is not None:
                one.node = _under(_COUNTED_WORDS if one.name in _ON_WORDS else _COUNTED, one.node)
        return super()._generate(source, name, filename, defer_init)


def _under(name: str, node: nodes.Expr) -> nodes.Expr:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno, environment=node.environment)


def _step(count: int = 1) -> None:
    left = _steps_left.get()
    left[0] -= count
    if left[0] < 0:
        raise OnAndOn("it goes on and on.")


def _weighed(value: Any) -> Any:
    """The value, which takes as many steps as it is large."""
    size = len(value) if isinstance(value, Sized) and not isinstance(value, Undefined) else 0
    _fit(size, (value,))
    _step(1 + size // SIGNS_A_STEP)
    return value


def _weighed_words(value: Any) -> Any:
    """The same for words and numbers alone, as others are long once they are written."""
    if value is not None and not isinstance(value, str | int | float | Undefined):
        raise SecurityError("only words and numbers can be written, not lists or parts of the page.")
    return _weighed(value)


def _fit(size: float, values: Sequence[Any]) -> None:
    if size > (MOST_SIGNS if any(isinstance(one, str) for one in values) else MOST_PARTS):
        raise SecurityError("the value is too large.")


@pass_context
def _counted(_context: Context, value: Any) -> Any:
    return _weighed(value)


@pass_context
def _counted_words(_context: Context, value: Any) -> Any:
    return _weighed_words(value)


@pass_context
def _written(_context: Context, value: Any) -> Any:
    return shown(_weighed_words(value))


@pass_eval_context
def _joined(context: EvalContext, value: Any, d: str = "", attribute: str | int | None = None) -> Any:
    if attribute is not None:
        raise SecurityError("join takes no attribute here; use map before it.")
    parts = [_weighed_words(one) for one in value]
    _fit(sum(len(str(one)) for one in parts) + len(parts) * len(d), (d,))
    return do_join(context, parts, d)


def _short_range(*ends: int) -> range:
    numbers = range(*ends)
    if len(numbers) > LONGEST_RANGE:
        raise SecurityError(f"a range has {LONGEST_RANGE} numbers at most.")
    return numbers
