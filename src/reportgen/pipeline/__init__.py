"""The order of the stages, told once: load, resolve, compose, check (`check`); render, verify (`build`).

Each stage is a function from one named type to the next that returns a value and its diagnostics; this package only
strings them together. It loads nothing by itself: a call that finds nothing to do needs none of the stages.
"""
