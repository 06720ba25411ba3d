"""The table of commands of the main window."""

from functools import partial
from typing import TYPE_CHECKING

from reviewer.domain.annotation import Verdict
from reviewer.gui.actions import Command, Where
from reviewer.gui.context_menus import open_menu_here
from reviewer.gui.conversation.comment_choice import offer_at_caret
from reviewer.gui.exercise_commands import exercise_commands
from reviewer.gui.rubrics.rubric_commands import rubric_commands

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow

MENUS = {
    "File": "&File",
    "Edit": "&Edit",
    "View": "&View",
    "Transcript": "&Transcript",
    "Annotate": "&Annotate",
    "Revise": "&Revise",
    "Tools": "&Tools",
    "Help": "&Help",
}
TRANSCRIPT, CONVERSATION, REVISION = Where.TRANSCRIPT, Where.CONVERSATION, Where.REVISION


def commands(window: "MainWindow") -> list[Command]:
    """All of them, in the order of the menus."""
    return [
        *_file(window),
        *_edit(window),
        *_view(window),
        *_transcript(window),
        *_annotate(window),
        *_revise(window),
        *rubric_commands(window),
        *exercise_commands(window),
        Command(
            "bank",
            "Tools",
            "Comment &bank…",
            lambda: window.bank_keeping.show(window.appearance.theme),
            break_before=True,
        ),
        Command("palette", "Tools", "&Command palette…", window.palette_box.open, "Ctrl+K", break_before=True),
        Command("notices", "Help", "Recent &notices", window.preferences.show_notices),
        Command("shortcuts", "Help", "&Shortcuts", window.show_shortcuts, "F1"),
    ]


def _file(window: "MainWindow") -> list[Command]:
    desk, again = window.desk, window.export_flow.exporting.export_again
    return [
        Command("open", "File", "&Open files…", desk.open_files, "Ctrl+O"),
        Command("open_folder", "File", "Open fol&der…", desk.open_folder, "Ctrl+Shift+O"),
        Command("recent", "File", "Open &recent", window.recent.show_over),
        Command("paste_chat", "File", "&Paste text…", desk.paste_chat, "Ctrl+Shift+V"),
        Command("export", "File", "&Export…", window.export_flow.export, "Ctrl+E", break_before=True),
        Command("export_again", "File", "Export the same a&gain", again, "Ctrl+Shift+E", TRANSCRIPT),
        Command("print", "File", "Pr&int…", window.export_flow.paper.print_review, "Ctrl+P", TRANSCRIPT),
        Command("open_pdf", "File", "Open as PD&F", window.export_flow.paper.open_pdf, "Ctrl+Shift+P", TRANSCRIPT),
        Command("settings", "File", "&Settings", partial(window.show_page, "settings"), "Ctrl+,", break_before=True),
        Command("close", "File", "&Close window", window.close, "Ctrl+W", break_before=True),
        Command("quit", "File", "&Quit", window.close, "Ctrl+Q"),
    ]


def _edit(window: "MainWindow") -> list[Command]:
    page = window.review
    return [
        Command("undo", "Edit", "&Undo", window.stepping.undo, "Ctrl+Z"),
        Command("redo", "Edit", "&Redo", window.stepping.redo, "Ctrl+Shift+Z Ctrl+Y"),
        Command("find", "Edit", "&Find in this chat", window.acts.find, "Ctrl+F", TRANSCRIPT, break_before=True),
        Command("search_all", "Edit", "Search &all transcripts…", window.acts.search_all, "Ctrl+Shift+F"),
        Command("replace", "Edit", "R&eplace in the revision", window.acts.replace, "Ctrl+H", TRANSCRIPT),
        Command("find_next", "Edit", "Find &next", partial(page.find_bar.go, 1), "F3", TRANSCRIPT),
        Command("find_previous", "Edit", "Find &previous", partial(page.find_bar.go, -1), "Shift+F3", TRANSCRIPT),
    ]


def _view(window: "MainWindow") -> list[Command]:
    page = window.review
    return [
        Command("back", "View", "&Back", window.going.back, "Alt+Left"),
        Command("forward", "View", "For&ward", window.going.forward, "Alt+Right"),
        Command("library", "View", "&Library", partial(window.show_page, "library"), break_before=True),
        Command("review", "View", "&Review", partial(window.show_mode, "review"), "Ctrl+1", TRANSCRIPT),
        Command("revise", "View", "Re&vise", partial(window.show_mode, "revise"), "Ctrl+2", TRANSCRIPT),
        Command("rubrics", "View", "R&ubrics", partial(window.show_page, "rubrics"), "Ctrl+3"),
        Command("list", "View", "Lis&t", page.toggle_list, "F8", TRANSCRIPT, break_before=True),
        Command("panel", "View", "&Panel", page.toggle_panel, "F9", TRANSCRIPT),
        Command("focus", "View", "F&ocus mode", window.focus_mode.toggle, "F11", TRANSCRIPT),
        Command("next_pane", "View", "&Next pane", partial(window.panes.step, 1), "F6"),
        Command("previous_pane", "View", "Pre&vious pane", partial(window.panes.step, -1), "Shift+F6"),
        Command("place_menu", "View", "&Menu of this place", open_menu_here, "Shift+F10"),
        Command(
            "larger", "View", "&Larger text", partial(window.appearance.zoom, 1), "Ctrl++ Ctrl+=", break_before=True
        ),
        Command("smaller", "View", "&Smaller text", partial(window.appearance.zoom, -1), "Ctrl+-"),
        Command("normal", "View", "Text at &100 %", partial(window.appearance.zoom, 0), "Ctrl+0"),
        Command("light", "View", "Light t&heme", partial(window.appearance.choose, "light"), break_before=True),
        Command("dark", "View", "&Dark theme", partial(window.appearance.choose, "dark")),
        Command("contrast", "View", "High &contrast", partial(window.appearance.choose, "contrast")),
        Command("system", "View", "Theme of the s&ystem", partial(window.appearance.choose, "system")),
    ]


def _transcript(window: "MainWindow") -> list[Command]:
    acts = window.acts
    return [
        Command("next", "Transcript", "&Next transcript", partial(acts.step_transcript, 1), "Ctrl+PgDown", TRANSCRIPT),
        Command(
            "previous",
            "Transcript",
            "&Previous transcript",
            partial(acts.step_transcript, -1),
            "Ctrl+PgUp",
            TRANSCRIPT,
        ),
        Command("go_to", "Transcript", "&Go to turn…", acts.go_to_turn, "Ctrl+G", TRANSCRIPT, break_before=True),
        Command("reviews", "Transcript", "&Reviews", window.reviews.show_over, "", TRANSCRIPT, break_before=True),
        Command("rubric", "Transcript", "R&ubric", window.rubric_choice.menu.show_over, "", TRANSCRIPT),
        Command("summary", "Transcript", "&Summary…", acts.summarise, "", TRANSCRIPT),
        Command("done", "Transcript", "&Mark as done", acts.mark_done, "", TRANSCRIPT),
        Command("copy_review", "Transcript", "&Copy to my review", window.session.copy_to_own, "", TRANSCRIPT),
        Command("delete_review", "Transcript", "&Delete my review", acts.delete_review, "", TRANSCRIPT),
    ]


def _annotate(window: "MainWindow") -> list[Command]:
    commenting = window.review.commenting
    numbered = [
        Command(
            f"comment_{number}",
            "Annotate",
            f"Comment with criterion {number}" if number < 8 else "Note, or comment with criterion 8",
            partial(commenting.add_numbered, number),
            str(number),
            CONVERSATION,
            break_before=number == 1,
        )
        for number in range(1, 9)
    ]
    return [
        Command("comment", "Annotate", "&Comment, last criterion", commenting.add_again, "C", CONVERSATION),
        Command("suggest", "Annotate", "&Suggest a rewrite", commenting.suggest, "S", CONVERSATION),
        Command("highlight", "Annotate", "Bare &highlight", commenting.highlight, "H", CONVERSATION),
        *numbered,
        *_on_comments(window),
    ]


def _on_comments(window: "MainWindow") -> list[Command]:
    commenting, bank, menu = window.review.commenting, window.bank, "Annotate"
    concern, strength = (partial(commenting.set_verdict, one) for one in (Verdict.CONCERN, Verdict.STRENGTH))
    after, before = partial(commenting.step, True), partial(commenting.step, False)
    here = partial(offer_at_caret, window.review.view, commenting.said.emit)
    return [
        Command("concern", menu, "Concer&n", concern, "-", CONVERSATION, break_before=True),
        Command("strength", menu, "S&trength", strength, "+", CONVERSATION),
        Command("next_comment", menu, "Ne&xt comment", after, "N", CONVERSATION, break_before=True),
        Command("previous_comment", menu, "Pre&vious comment", before, "Shift+N", CONVERSATION),
        Command("edit_comment", menu, "&Edit comment", commenting.edit_active, "Return Enter", CONVERSATION),
        Command("comments_here", menu, "Comments on these &words", here, "Alt+Down", CONVERSATION),
        Command("reply", menu, "&Reply to comment", window.review.replying.write, "R", CONVERSATION),
        Command("delete_comment", menu, "&Delete comment", commenting.delete_active, "Del", CONVERSATION),
        Command("use", menu, "&Use suggestion in revision", commenting.use_active, "U", CONVERSATION),
        Command("bank_insert", menu, "&Insert from comment bank", bank.show_menu, "B", CONVERSATION, break_before=True),
        Command("bank_save", menu, "Save in comment &bank", bank.save, "", TRANSCRIPT),
        Command("bank_ready", menu, "&Add ready comments for this rubric", bank.take_ready, "", TRANSCRIPT),
    ]


def _revise(window: "MainWindow") -> list[Command]:
    acts, rewriting, menu = window.acts, window.review.rewriting, "Revise"
    above = partial(rewriting.insert, above=True)
    after, before = partial(acts.step_change, 1), partial(acts.step_change, -1)
    return [
        Command("rewrite", menu, "&Rewrite this turn", acts.rewrite_turn, "", TRANSCRIPT),
        Command("insert_turn", menu, "&Insert a turn below", rewriting.insert, "I", REVISION, break_before=True),
        Command("insert_above", menu, "Insert a turn &above", above, "Shift+I", REVISION),
        Command("remove_turn", menu, "&Delete this turn", rewriting.remove, "Del", REVISION),
        Command("revert", menu, "Re&vert or restore this turn", rewriting.revert, "Alt+Backspace", REVISION),
        Command("turn_up", menu, "Move turn &up", partial(rewriting.step, -1), "Alt+Up", REVISION),
        Command("turn_down", menu, "Move turn d&own", partial(rewriting.step, 1), "Alt+Down", REVISION),
        Command("join_turns", menu, "&Join with the next turn", rewriting.join, "Ctrl+J", REVISION),
        Command("change_speaker", menu, "Change &speaker…", rewriting.ask_speaker, "P", REVISION),
        Command("next_change", menu, "&Next change", after, "F7", TRANSCRIPT, break_before=True),
        Command("previous_change", menu, "&Previous change", before, "Shift+F7", TRANSCRIPT),
        *_revisions(window),
    ]


def _revisions(window: "MainWindow") -> list[Command]:
    bar, menu, acts = window.review.panel.changes.alternatives, "Revise", window.acts
    revert = window.review.rewriting.revert_all
    return [
        Command("new_revision", menu, "Ne&w revision…", bar.add, "", TRANSCRIPT, break_before=True),
        Command("duplicate_revision", menu, "Du&plicate the revision…", bar.duplicate, "", TRANSCRIPT),
        Command("rename_revision", menu, "Na&me and reasons…", bar.rename, "", TRANSCRIPT),
        Command("recommend_revision", menu, "Recommend this revisio&n", bar.recommend, "", TRANSCRIPT),
        Command("compare_revisions", menu, "&Compare revisions…", bar.compare, "", TRANSCRIPT),
        Command("delete_revision", menu, "Delete the revision", bar.delete, "", TRANSCRIPT),
        Command("practise", menu, "Pract&ise…", acts.practising.open, "", TRANSCRIPT, break_before=True),
        Command("copy_clean", menu, "Copy clean te&xt", acts.copy_clean, "", TRANSCRIPT, break_before=True),
        Command("copy_script", menu, "Copy as role-pla&y script", acts.copy_script, "", TRANSCRIPT),
        Command("revert_all", menu, "Revert all changes", revert, "", REVISION, break_before=True),
    ]
