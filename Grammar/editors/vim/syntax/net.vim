" Vim syntax file
" Language: kith notes (.net)
" Written by `kith grammar vim`, from the same table as the grammars of other editors.

if exists("b:current_syntax")
  finish
endif

let s:cpo_save = &cpo
set cpo&vim

" Letters, marks and digits of all scripts, and what else handles are made of.
syntax iskeyword @,48-57,_,-,170,181,186,192-214,216-246,248-255
syntax sync minlines=100

syntax cluster netInline contains=netEscape,netCodeSpan,netBracketedAddress,netAddress,netLinkMark,netLinkEndLinkMark,netMention,netTag,netTaskDate
syntax match netColon /\v\:/ contained
syntax match netJoiner /\v[,\u060C\u3001&+]/ contained
syntax match netLabel /\v%([A-Za-z])@8<!%([Ss][Tt][Oo][Rr][Yy]|[Cc][Hh][Aa][Ll][Ll][Ee][Nn][Gg][Ee]|[Ii][Dd][Ee][Aa]|[Aa][Ss][Kk]|[Oo][Ff][Ff][Ee][Rr]|[Gg][Aa][Vv][Ee]|[Gg][Oo][Tt]|[Ii][Nn][Tt][Rr][Oo]|[Tt][Hh][Aa][Nn][Kk][Ss])%([A-Za-z])@!/ contained
syntax match netMention /\v%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!/ contained
syntax match netTaskDate /\v%(\k)@8<!%([Dd][Uu][Ee]|[Dd][Oo][Nn][Ee])\:[0-9]%([0-9\-/.~]*[0-9~])?/ contained
syntax match netTag /\v%([A-Za-z0-9.+\-/@#&])@8<!\#%(%(%(%(%([-_0-9]@!\k)|[ \t\u00A0\u3000#@]))@!.)*%([-_0-9]@!\k))@=%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(\/%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?)*/ contained
syntax match netMention /\v%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!/ contained
syntax match netLinkEndLinkMark /\v\]\(%(%([^ \t\u00A0\u3000<>[\]`\\()]|\([^ \t\u00A0\u3000<>[\]`\\()]*\))+\))@=/ contained nextgroup=netLinkEndAddress
syntax match netLinkEndAddress /\v%([^ \t\u00A0\u3000<>[\]`\\()]|\([^ \t\u00A0\u3000<>[\]`\\()]*\))+/ contained nextgroup=netLinkEndLinkMark2
syntax match netLinkEndLinkMark2 /\v\)/ contained
syntax match netLinkMark /\v\[%(%([^[\]\\`]|\\.|\`[^`]*\`)*\]\(%([^ \t\u00A0\u3000<>[\]`\\()]|\([^ \t\u00A0\u3000<>[\]`\\()]*\))+\))@=/ contained
syntax match netAddress /\v%(\k)@8<!%([A-Za-z][A-Za-z0-9+.\-]*\:\/\/|[Mm][Aa][Ii][Ll][Tt][Oo]\:)%([^ \t\u00A0\u3000<>[\]`\\()]|\([^ \t\u00A0\u3000<>[\]`\\()]*\))*%([^ \t\u00A0\u3000<>[\]`\\().,;:!?'"*_~\u2019\u201D\u00BB\u203A\u3002\u3001\uFF0C\uFF01\uFF1F\uFF1B\uFF1A\uFF09\u300D\u300F\u3011]|\([^ \t\u00A0\u3000<>[\]`\\()]*\))/ contained
syntax match netBracketedAddress /\v\<%([A-Za-z][A-Za-z0-9+.\-]*\:\/\/|[Mm][Aa][Ii][Ll][Tt][Oo]\:)[^ \t\u00A0\u3000<>]+\>/ contained
syntax match netCodeSpan /\v%(\`)@8<!(\`+)%(\`)@!.{-1,}%(\`)@8<!\1%(\`)@!/ contained
syntax match netEscape /\v\\[!-/:-@[-`{-~]/ contained
syntax match netTextLine /\v.*$/ contains=@netInline,@Spell
syntax match netItemLine /\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*[\-*+]%([\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*|$)%([0-9]{4}\-[0-9]{2}\-[0-9]{2}\~?%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$|\:%([ \t\u00A0\u3000]|$)))@=)?%(%([0-9~])@8<=\:%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=)?%([ \t\u00A0\u3000\u200E\u200F\u061C]*%([A-Za-z]+%([ \t\u00A0\u3000\u200E\u200F\u061C]+%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!%(%([ \t\u00A0\u3000\u200E\u200F\u061C]\+?|[,\u060C\u3001&])+%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!)*)?|%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!%(%([ \t\u00A0\u3000\u200E\u200F\u061C]\+?|[,\u060C\u3001&])+%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!)*)[ \t\u00A0\u3000\u200E\u200F\u061C]*\:%(%([ \t\u00A0\u3000]|$))@=)?.*$/ contains=netItemBullet,@netInline,@Spell
syntax match netItemBullet /\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*[\-*+]%([\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*|$)/ contained nextgroup=netItemDate,netItemColon,netItemHead
syntax match netItemDate /\v[0-9]{4}\-[0-9]{2}\-[0-9]{2}\~?%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$|\:%([ \t\u00A0\u3000]|$)))@=/ contained nextgroup=netItemColon,netItemHead
syntax match netItemColon /\v%([0-9~])@8<=\:%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=/ contained nextgroup=netItemHead
syntax match netItemHead /\v[ \t\u00A0\u3000\u200E\u200F\u061C]*%([A-Za-z]+%([ \t\u00A0\u3000\u200E\u200F\u061C]+%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!%(%([ \t\u00A0\u3000\u200E\u200F\u061C]\+?|[,\u060C\u3001&])+%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!)*)?|%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!%(%([ \t\u00A0\u3000\u200E\u200F\u061C]\+?|[,\u060C\u3001&])+%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!)*)[ \t\u00A0\u3000\u200E\u200F\u061C]*\:%(%([ \t\u00A0\u3000]|$))@=/ contained contains=netMention,netLabel,netJoiner,netColon
syntax match netEndedTaskLine /\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*[\-*+]%([\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*|$)\[[xX\-]\]%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=[ \t\u00A0\u3000\u200E\u200F\u061C]*%([0-9]{4}\-[0-9]{2}\-[0-9]{2}\~?%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$|\:%([ \t\u00A0\u3000]|$)))@=)?%(%([0-9~])@8<=\:%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=)?%([ \t\u00A0\u3000\u200E\u200F\u061C]*%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!%(%([ \t\u00A0\u3000\u200E\u200F\u061C]\+?|[,\u060C\u3001&])+%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!)*[ \t\u00A0\u3000\u200E\u200F\u061C]*\:%(%([ \t\u00A0\u3000]|$))@=)?.*$/ contains=netEndedTaskBullet,@netInline,@Spell
syntax match netEndedTaskBullet /\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*[\-*+]%([\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*|$)/ contained nextgroup=netEndedTaskTicked
syntax match netEndedTaskTicked /\v\[[xX\-]\]%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=[ \t\u00A0\u3000\u200E\u200F\u061C]*/ contained nextgroup=netEndedTaskDate,netEndedTaskColon,netEndedTaskHead
syntax match netEndedTaskDate /\v[0-9]{4}\-[0-9]{2}\-[0-9]{2}\~?%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$|\:%([ \t\u00A0\u3000]|$)))@=/ contained nextgroup=netEndedTaskColon,netEndedTaskHead
syntax match netEndedTaskColon /\v%([0-9~])@8<=\:%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=/ contained nextgroup=netEndedTaskHead
syntax match netEndedTaskHead /\v[ \t\u00A0\u3000\u200E\u200F\u061C]*%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!%(%([ \t\u00A0\u3000\u200E\u200F\u061C]\+?|[,\u060C\u3001&])+%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!)*[ \t\u00A0\u3000\u200E\u200F\u061C]*\:%(%([ \t\u00A0\u3000]|$))@=/ contained contains=netMention,netLabel,netJoiner,netColon
syntax match netOpenTaskLine /\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*[\-*+]%([\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*|$)\[ \]%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=[ \t\u00A0\u3000\u200E\u200F\u061C]*%([0-9]{4}\-[0-9]{2}\-[0-9]{2}\~?%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$|\:%([ \t\u00A0\u3000]|$)))@=)?%(%([0-9~])@8<=\:%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=)?%([ \t\u00A0\u3000\u200E\u200F\u061C]*%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!%(%([ \t\u00A0\u3000\u200E\u200F\u061C]\+?|[,\u060C\u3001&])+%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!)*[ \t\u00A0\u3000\u200E\u200F\u061C]*\:%(%([ \t\u00A0\u3000]|$))@=)?.*$/ contains=netOpenTaskBullet,@netInline,@Spell
syntax match netOpenTaskBullet /\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*[\-*+]%([\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*|$)/ contained nextgroup=netOpenTaskCheckbox
syntax match netOpenTaskCheckbox /\v\[ \]%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=[ \t\u00A0\u3000\u200E\u200F\u061C]*/ contained nextgroup=netOpenTaskDate,netOpenTaskColon,netOpenTaskHead
syntax match netOpenTaskDate /\v[0-9]{4}\-[0-9]{2}\-[0-9]{2}\~?%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$|\:%([ \t\u00A0\u3000]|$)))@=/ contained nextgroup=netOpenTaskColon,netOpenTaskHead
syntax match netOpenTaskColon /\v%([0-9~])@8<=\:%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=/ contained nextgroup=netOpenTaskHead
syntax match netOpenTaskHead /\v[ \t\u00A0\u3000\u200E\u200F\u061C]*%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!%(%([ \t\u00A0\u3000\u200E\u200F\u061C]\+?|[,\u060C\u3001&])+%([A-Za-z0-9.+\-/@])@8<!%(%(%([-_0-9]@!\k))@8<!|%(\@%(\k|[\u200C\u200D])+\.%([-_0-9]@!\k))@!)\@%([-_]@!\k)%(%(\k|[\u200C\u200D])*%([-_]@!\k))?%(%(\k|[\u200C\u200D])*%([-_]@!\k))@!%(\@)@!)*[ \t\u00A0\u3000\u200E\u200F\u061C]*\:%(%([ \t\u00A0\u3000]|$))@=/ contained contains=netMention,netLabel,netJoiner,netColon
syntax match netQuoteLine /\v^[\uFEFF\u200E\u200F\u061C]*\>.*$/ contains=netQuoteQuoteMark,@netInline,@Spell
syntax match netQuoteQuoteMark /\v^[\uFEFF\u200E\u200F\u061C]*\>/ contained
syntax match netSeparatorLine /\v^[\uFEFF\u200E\u200F\u061C]*\-\-\-\-*[ \t\u00A0\u3000]*$/ contains=netSeparator
syntax match netSeparator /\v^[\uFEFF\u200E\u200F\u061C]*\-\-\-\-*[ \t\u00A0\u3000]*/ contained
syntax match netSectionLine /\v^[\uFEFF\u200E\u200F\u061C]*\#{2,6}%([\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*|$).*$/ contains=netSectionSectionMark,@netInline,@Spell
syntax match netSectionSectionMark /\v^[\uFEFF\u200E\u200F\u061C]*\#{2,6}%([\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*|$)/ contained
syntax match netCommentLine /\v^[\uFEFF\u200E\u200F\u061C]*\/\/.*$/ contains=netComment
syntax match netComment /\v^[\uFEFF\u200E\u200F\u061C]*\/\/.*/ contained
syntax match netPersonLine /\v^[\uFEFF\u200E\u200F\u061C]*\#[\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*%([^ \t\u00A0\u3000\u200E\u200F\u061C])@=%(\\[0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0BE6-\u0BEF\u0E50-\u0E59\uFF10-\uFF19])?.*$/ contains=netPersonHeadingMark,@netInline,@Spell nextgroup=netFieldLine,netHeadingCommentLine skipnl
syntax match netPersonHeadingMark /\v^[\uFEFF\u200E\u200F\u061C]*\#[\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*%([^ \t\u00A0\u3000\u200E\u200F\u061C])@=/ contained nextgroup=netPersonEscape
syntax match netPersonEscape /\v\\[0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0BE6-\u0BEF\u0E50-\u0E59\uFF10-\uFF19]/ contained
syntax match netMeetingLine /\v^[\uFEFF\u200E\u200F\u061C]*\#[\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*%([0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0BE6-\u0BEF\u0E50-\u0E59\uFF10-\uFF19])@=.*$/ contains=netMeetingHeadingMark,@netInline,@Spell nextgroup=netFieldLine,netHeadingCommentLine skipnl
syntax match netMeetingHeadingMark /\v^[\uFEFF\u200E\u200F\u061C]*\#[\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*%([0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0BE6-\u0BEF\u0E50-\u0E59\uFF10-\uFF19])@=/ contained
syntax match netDatedMeetingLine /\v^[\uFEFF\u200E\u200F\u061C]*\#[\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*%([0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0BE6-\u0BEF\u0E50-\u0E59\uFF10-\uFF19])@=[0-9]{4}%(\-[0-9]{2}%(\-[0-9]{2})?)?\~?%(\/[0-9]{4}%(\-[0-9]{2}%(\-[0-9]{2})?)?\~?)?%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$|\:%([ \t\u00A0\u3000]|$)))@=%(%([0-9~])@8<=\:%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=)?%([ \t\u00A0\u3000\u200E\u200F\u061C]*[0-9]{1,2}\:[0-9]{2}%(\-[0-9]{1,2}\:[0-9]{2})?%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$|\:%([ \t\u00A0\u3000]|$)))@=)?%(%(\:[0-9]{2})@8<=\:%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=)?.*$/ contains=netDatedMeetingHeadingMark,@netInline,@Spell nextgroup=netFieldLine,netHeadingCommentLine skipnl
syntax match netDatedMeetingHeadingMark /\v^[\uFEFF\u200E\u200F\u061C]*\#[\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*%([0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0BE6-\u0BEF\u0E50-\u0E59\uFF10-\uFF19])@=/ contained nextgroup=netDatedMeetingDate
syntax match netDatedMeetingDate /\v[0-9]{4}%(\-[0-9]{2}%(\-[0-9]{2})?)?\~?%(\/[0-9]{4}%(\-[0-9]{2}%(\-[0-9]{2})?)?\~?)?%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$|\:%([ \t\u00A0\u3000]|$)))@=/ contained nextgroup=netDatedMeetingColon,netDatedMeetingDate2,netDatedMeetingColon2
syntax match netDatedMeetingColon /\v%([0-9~])@8<=\:%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=/ contained nextgroup=netDatedMeetingDate2,netDatedMeetingColon2
syntax match netDatedMeetingDate2 /\v[ \t\u00A0\u3000\u200E\u200F\u061C]*[0-9]{1,2}\:[0-9]{2}%(\-[0-9]{1,2}\:[0-9]{2})?%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$|\:%([ \t\u00A0\u3000]|$)))@=/ contained nextgroup=netDatedMeetingColon2
syntax match netDatedMeetingColon2 /\v%(\:[0-9]{2})@8<=\:%(%([ \t\u00A0\u3000\u200E\u200F\u061C]|$))@=/ contained
syntax match netFieldLine /\v^[\uFEFF\u200E\u200F\u061C]*%([-_0-9]@!\k)\k*%(\:%(%([ \t\u00A0\u3000]|$))@=)@=\:[ \t\u00A0\u3000\u200E\u200F\u061C]*.*$/ contained contains=netFieldKey,@netInline,@Spell nextgroup=netFieldLine,netContinuationLine,netFieldCommentLine skipnl
syntax match netFieldKey /\v^[\uFEFF\u200E\u200F\u061C]*%([-_0-9]@!\k)\k*%(\:%(%([ \t\u00A0\u3000]|$))@=)@=/ contained nextgroup=netFieldColon
syntax match netFieldColon /\v\:[ \t\u00A0\u3000\u200E\u200F\u061C]*/ contained
syntax match netContinuationLine /\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*%([^ \t\u00A0\u3000\u200E\u200F\u061C])@=%(\`\`\`)@!%([\-*+]%(%([ \t\u00A0\u3000]|$))@=)@!.*$/ contained contains=netContinuationHead,@netInline,@Spell nextgroup=netFieldLine,netContinuationLine,netFieldCommentLine skipnl
syntax match netContinuationHead /\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000][ \t\u00A0\u3000\u200E\u200F\u061C]*%([^ \t\u00A0\u3000\u200E\u200F\u061C])@=%(\`\`\`)@!%([\-*+]%(%([ \t\u00A0\u3000]|$))@=)@!/ contained
syntax match netHeadingCommentLine /\v^[\uFEFF\u200E\u200F\u061C]*\/\/.*$/ contained contains=netHeadingCommentComment nextgroup=netFieldLine,netHeadingCommentLine skipnl
syntax match netHeadingCommentComment /\v^[\uFEFF\u200E\u200F\u061C]*\/\/.*/ contained
syntax match netFieldCommentLine /\v^[\uFEFF\u200E\u200F\u061C]*\/\/.*$/ contained contains=netFieldCommentComment nextgroup=netFieldLine,netContinuationLine,netFieldCommentLine skipnl
syntax match netFieldCommentComment /\v^[\uFEFF\u200E\u200F\u061C]*\/\/.*/ contained
syntax region netCode matchgroup=netFence start=/\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*\`\`\`%(\`)@![^`]*$/ end=/\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*\`\`\`\`*[ \t\u00A0\u3000]*$/
syntax region netCode matchgroup=netFence start=/\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*\`\`\`\`%(\`)@![^`]*$/ end=/\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*\`\`\`\`\`*[ \t\u00A0\u3000]*$/
syntax region netCode matchgroup=netFence start=/\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*\`\`\`\`\`\`*[^`]*$/ end=/\v^[\uFEFF\u200E\u200F\u061C]*[ \t\u00A0\u3000\u200E\u200F\u061C]*\`\`\`\`\`\`*[ \t\u00A0\u3000]*$/

highlight default link netLinkEndLinkMark netLinkMark
highlight default link netLinkEndAddress netAddress
highlight default link netLinkEndLinkMark2 netLinkMark
highlight default link netBracketedAddress netAddress
highlight default link netItemBullet netBullet
highlight default link netItemDate netDate
highlight default link netItemColon netColon
highlight default link netEndedTaskBullet netBullet
highlight default link netEndedTaskTicked netTicked
highlight default link netEndedTaskDate netDate
highlight default link netEndedTaskColon netColon
highlight default link netOpenTaskBullet netBullet
highlight default link netOpenTaskCheckbox netCheckbox
highlight default link netOpenTaskDate netDate
highlight default link netOpenTaskColon netColon
highlight default link netQuoteLine netQuote
highlight default link netQuoteQuoteMark netQuoteMark
highlight default link netSectionLine netSectionTitle
highlight default link netSectionSectionMark netSectionMark
highlight default link netPersonLine netPersonTitle
highlight default link netPersonHeadingMark netHeadingMark
highlight default link netPersonEscape netEscape
highlight default link netMeetingLine netMeetingTitle
highlight default link netMeetingHeadingMark netHeadingMark
highlight default link netDatedMeetingLine netMeetingTitle
highlight default link netDatedMeetingHeadingMark netHeadingMark
highlight default link netDatedMeetingDate netDate
highlight default link netDatedMeetingColon netColon
highlight default link netDatedMeetingDate2 netDate
highlight default link netDatedMeetingColon2 netColon
highlight default link netFieldKey netKey
highlight default link netFieldColon netColon
highlight default link netHeadingCommentComment netComment
highlight default link netFieldCommentComment netComment
highlight default link netComment Comment
highlight default link netHeadingMark Delimiter
highlight default link netSectionMark Delimiter
highlight default link netBullet Delimiter
highlight default link netCheckbox Function
highlight default link netTicked Comment
highlight default link netQuoteMark Delimiter
highlight default link netSeparator Delimiter
highlight default link netFence Delimiter
highlight default link netCode String
highlight default link netKey Keyword
highlight default link netColon Delimiter
highlight default link netLabel Keyword
highlight default link netJoiner Delimiter
highlight default link netDate Number
highlight default link netTaskDate Number
highlight default link netMention Identifier
highlight default link netTag Special
highlight default link netAddress Underlined
highlight default link netLinkMark Delimiter
highlight default link netCodeSpan String
highlight default link netEscape SpecialChar
highlight default link netPersonTitle Title
highlight default link netMeetingTitle Title
highlight default link netSectionTitle Title
highlight default link netQuote Normal

let b:current_syntax = "net"

let &cpo = s:cpo_save
unlet s:cpo_save
