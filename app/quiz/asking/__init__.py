"""Questions that the model helps to word: planned and checked in code, chosen and turned by it.

`types` says what things are. `plan` tells what is lacking most; `sketch` plans a question from one
angle, with `subject`, `causes` and `frames` for what the guide gives; `write` has the model turn a
phrase into a question, and `turning` sees to it that it did nothing else; `asker` does all of this
for one cell of the plan. `context` gathers what a candidate is checked against; `checks` has all
checks in order, from `form`, `flaws`, `content`, `scoring` and `graded`. `supply` finds the
question to be asked, and `ahead` prepares questions in idle time.
"""
