"""How the explorer looks: no colour carries a meaning alone, and every theme of Textual fits."""

NARROW, WIDE = 70, 130  # columns under which panes are one above the other, from which they breathe
STYLE = """
Screen { layout: vertical; }
#screens { height: 1; background: $panel; }
#panes { height: 1fr; }
#foot { height: auto; max-height: 3; background: $panel; }
#command { width: 1fr; height: auto; text-overflow: ellipsis; }
#help { width: auto; padding: 0 1; }
Keys { height: 1; background: $panel; }

Lines { height: 1fr; background: $surface; scrollbar-size-vertical: 1; overflow-x: hidden; }
Lines > .lines--cursor { background: $primary; color: $text; text-style: bold; }
Lines > .lines--heading { color: $text-muted; text-style: bold; }
Page { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
Page:focus { background: $surface-lighten-1; }
Page > Static { width: 100%; height: auto; text-wrap: nowrap; }
Input { height: 1; }

Pane { layout: horizontal; height: 1fr; width: 1fr; }
Pane > #choice, Pane > #controls { width: 36; border-right: solid $panel; }
Pane > #sheet, Pane > #answer { width: 1fr; height: 1fr; }
#controls { height: 1fr; }
#filters { height: 2; }
#parts { height: 1; }
#gap { height: auto; max-height: 4; padding: 0 1; text-style: bold; background: $panel; }

.-wide Pane > #choice, .-wide Pane > #controls { width: 56; }

.-narrow Pane { layout: vertical; }
.-narrow Pane > #choice { width: 1fr; border-right: none; }
.-narrow Pane > #sheet { display: none; }
.-narrow Pane.-sheet > #choice { display: none; }
.-narrow Pane.-sheet > #sheet { display: block; }
.-narrow Pane > #controls { width: 1fr; height: auto; max-height: 40%; border-right: none; }

Chooser, Help { align: center middle; background: $background; }
Chooser > Vertical, Help > Page { width: 90%; max-width: 76; height: 90%; max-height: 36; border: round $primary; }
Chooser > Vertical { background: $surface; }
Help > Page { background: $surface; }
"""
