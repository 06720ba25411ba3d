"""Every format that is read, in one list. A new format is a preset in a module of its own, and one entry here."""

from typing import Final

from reviewer.importers.base import Family
from reviewer.importers.containers.archive import Archive
from reviewer.importers.containers.container import Container
from reviewer.importers.containers.docx import Docx
from reviewer.importers.containers.mail import Mail
from reviewer.importers.containers.odt import Odt
from reviewer.importers.containers.old_office import OldOffice
from reviewer.importers.containers.pdf import Pdf
from reviewer.importers.containers.rtf import Rtf
from reviewer.importers.cues import family as cues
from reviewer.importers.fields import family as fields
from reviewer.importers.fields.preset import JsonPreset
from reviewer.importers.fields.presets import (
    abcd,
    amazon_connect,
    botframework,
    chatgpt,
    discord,
    dynamics,
    genesys,
    google_ccai,
    intercom,
    kvret,
    livechat,
    messenger,
    multiwoz,
    salesforce_entries,
    slack,
    star,
    telegram,
    tweetsumm,
    vcon,
    zendesk_chat,
)
from reviewer.importers.lines import family as text
from reviewer.importers.lines.presets import (
    bold_name,
    botium,
    chatdown,
    date_block,
    discord_txt,
    elapsed,
    irc,
    kakaotalk,
    line_app,
    live_helper,
    name_colon,
    name_heading,
    name_paren_time,
    name_sign,
    name_time_line,
    signal,
    slack_paste,
    tab_id,
    telegram_paste,
    time_name,
    whatsapp,
    zoom,
)
from reviewer.importers.tables import family as tables
from reviewer.importers.trees import family as trees
from reviewer.importers.trees.presets import (
    adium,
    adium_html,
    discord_html,
    element_html,
    google_voice,
    imessage_html,
    messenger_html,
    page_headed,
    page_run,
    pidgin,
    role_page,
    salesforce_body,
    slack_page,
    sms_backup,
    teams_page,
    tei_cmc,
    telegram_html,
    whatsapp_web,
)

# Of two styles that fit a text equally well, the first is taken: special ones stand above general ones.
STYLES: Final = (
    chatdown.GRAMMAR,
    botium.GRAMMAR,
    irc.GRAMMAR,
    signal.GRAMMAR,
    whatsapp.GRAMMAR,
    line_app.GRAMMAR,
    kakaotalk.GRAMMAR,
    zoom.GRAMMAR,
    discord_txt.GRAMMAR,
    telegram_paste.GRAMMAR,
    tab_id.GRAMMAR,
    slack_paste.GRAMMAR,
    live_helper.GRAMMAR,
    date_block.GRAMMAR,
    elapsed.GRAMMAR,
    name_paren_time.GRAMMAR,
    name_time_line.GRAMMAR,
    time_name.GRAMMAR,
    name_heading.GRAMMAR,
    bold_name.GRAMMAR,
    name_colon.GRAMMAR,
    name_sign.GRAMMAR,
)

TREE_PRESETS: Final = (
    adium.PRESET,
    adium_html.PRESET,
    pidgin.PRESET,
    salesforce_body.PRESET,
    telegram_html.PRESET,
    discord_html.PRESET,
    whatsapp_web.PRESET,
    messenger_html.PRESET,
    imessage_html.PRESET,
    google_voice.PRESET,
    element_html.PRESET,
    slack_page.PRESET,
    teams_page.PRESET,
    role_page.PRESET,
    sms_backup.PRESET,
    tei_cmc.PRESET,
    page_run.PRESET,
    page_headed.PRESET,
)

JSON_PRESETS: Final[tuple[JsonPreset, ...]] = (
    telegram.PRESET,
    messenger.PRESET,
    slack.PRESET,
    botframework.PRESET,
    intercom.PRESET,
    amazon_connect.PRESET,
    abcd.PRESET,
    star.PRESET,
    zendesk_chat.PRESET,
    livechat.PRESET,
    discord.PRESET,
    chatgpt.PRESET,
    vcon.PRESET,
    genesys.PRESET,
    multiwoz.PRESET,
    google_ccai.PRESET,
    kvret.PRESET,
    tweetsumm.PRESET,
    dynamics.PRESET,
    salesforce_entries.PRESET,
)

FAMILIES: Final[tuple[Family, ...]] = (
    text.family(STYLES),
    cues.CueFamily(),
    fields.family(JSON_PRESETS),
    tables.family(STYLES),
    trees.family(TREE_PRESETS, STYLES),
)

CONTAINERS: Final[tuple[Container, ...]] = (Archive(), Docx(), Odt(), Rtf(), Pdf(), Mail(), OldOffice())
