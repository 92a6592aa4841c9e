"""Words by which a sentence shows what it states, and what it leans on."""

from __future__ import annotations

import re


def _any(words: str) -> re.Pattern[str]:
    """Return a pattern for whole words or phrases; an underscore stands for a space."""
    each = sorted((word.replace("_", " ") for word in words.split()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(each)})\b", re.IGNORECASE)


DEFINITION = re.compile(
    r"^(?!(?:if|because|when|since|although|though|while|for|in|to|as|unless|until|after|before|at"
    r"|on|with|by)\b)[^,;:]{2,70}?\b(?:(?:is|are) (?:an? |the (?:process|number|set|name|part|kind"
    r"|way|ability|ratio|probability|sum|mean|unit|technique|method|practice|act)\b|defined|called"
    r"|known as|any |one of|a kind)|refers? to|means? (?:that|a|the)|denotes?|stands? for"
    r"|consists? of|is short for|(?:is|are) (?:the term|used to|responsible for|made of"
    r"|composed of|measured))",
    re.IGNORECASE,
)
QUANTITY = re.compile(
    r"(?<![\w.+\-–—/#§$\\])(?:[$€£]\s?)?\d+(?:[.,]\d+)*(?:\s?%|x\b|×|\b)(?![\w\-–—/]|\.\d)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand|million"
    r"|billion|twice)\b",
    re.IGNORECASE,
)
CAUSE = _any(
    "because therefore thus hence so_that due_to owing_to as_a_result lead_to leads_to led_to"
    " result_in results_in resulted_in cause causes caused prevent prevents prevented allow allows"
    " allowed enable enables enabled ensure ensures ensured reduce reduces reduced increase"
    " increases increased improve improves improved avoid avoids avoided require requires required"
    " depend_on depends_on determines determine makes_it in_order_to since reason reasons"
    " contributes_to"
)
COMPARISON = _any(
    "than compared_to compared_with whereas unlike instead_of rather_than outperform outperforms"
    " outperformed while_the in_contrast trade-off trade-offs more_than less_than at_least at_most"
    " as_much_as as_many_as twice best worst highest lowest largest smallest fastest"
    " slowest exceeds exceed differs differ equal"
)
DECISION = _any(
    "must shall should cannot can_not never always only default defaults deprecated removed"
    " replaced replaces no_longer not_supported unsupported supported recommended mandatory"
    " required optional chose chosen decided adopted now instead renamed added introduced"
    " breaking dropped enabled disabled forbidden prohibited allowed not_allowed may_not"
    " need_to needs_to has_to have_to limited_to restricted"
)

HEDGE = _any(
    "may might could perhaps possibly likely probably seem seems appear appears suggest suggests"
    " presumably arguably potentially"
)
EXAMPLE = re.compile(r"\b(?:for (?:example|instance)|e\.g\.|such as|say,)", re.IGNORECASE)
META = re.compile(
    r"\b(?:this|our|the present|the current|the next|the following|the previous) (?:paper|section"
    r"|chapter|article|work|report|study|document|thesis|guide|survey|tutorial|page|post|appendix"
    r"|book|figure|table|paragraph|subsection|specification|example)s?\b"
    r"|\b(?:figure|fig\.|table|section|sec\.|chapter|appendix|equation|eq\.|listing|algorithm)"
    r"\s*\(?(?:\d[\d.]*|[A-Z])\b"
    r"|\b(?:see|refer to|cf\.) (?:also|the|section|appendix|\[|“|\")"
    r"|\b(?:as|is|are|was|were) (?:shown|described|discussed|mentioned|noted|given|explained|listed"
    r"|defined|outlined|summarized|summarised|illustrated|presented|specified) (?:above|below|in|by"
    r"|earlier|here|previously|next|later)\b"
    r"|\b(?:above|below|aforementioned|the latter|the former|respectively|hereafter|herein|previous"
    r"|so far|the rest of|the remainder|let us|let's|recall that|for details|more details|click"
    r"|download|subscribe|copyright|all rights|thank|acknowledge|future work|we plan|we hope"
    r"|in what follows|as follows|following)\b"
    r"|https?://|www\.|\S@\S+\.\w|\bdoi\b|\barXiv\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:we|our|ours|us|I|my|me|you|your|yours)\b", re.IGNORECASE)
POINTING = re.compile(
    r"\b(?:this|these|those|such)\b(?! (?:as|that|is because)\b)|\b(?:here|there(?! (?:is|are|was"
    r"|were|can|may|must|exist)))\b|\bthat (?:case|way|time|end|point|reason|purpose)\b"
    r"|\b(?:the other|the others|another|the second|the first one|both of them|one of them"
    r"|(?:all|both|the|these) (?:two|three|four|five|six)|the (?:original|resulting|corresponding"
    r"|described|remaining|specific|given|said|respective) \w+"
    r"|either of them|likewise|so,|the rest|will then|then only|then that"
    r")\b",
    re.IGNORECASE,
)
PRONOUN_FIRST = re.compile(
    r"^(?:the (?:reason|difference|problem|result|answer|idea|goal|aim|advantage|disadvantage"
    r"|drawback|benefit|trick|solution|key|point|catch|downside|upside|effect)s? (?:is|are|was|were"
    r"|here|for)|it|its|they|their|them|he|she|his|her|this|that|these|those|such|here"
    r"|there(?! (?:is|are|was|were)\b)|one|both|neither|either|another|others|some|many|most|all"
    r"|each|so|then|and|but|or|nor|yet|which|who|where|when (?:it|they|this)"
    r"|if (?:it|they|this|so|not)|doing so|to (?:do|this)|(?:for|in|at|by|with) (?:this|these|that)"
    r"|as such|after this|the above|the same|otherwise|examples?|notes?|tip|warning|caution|hint"
    r"|answer|question|step|what|how|why|whether)\b",
    re.IGNORECASE,
)
"""Beginnings that lean on the sentence before; a few, such as "most", may stand alone."""
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|will|would|shall|should|may"
    r"|might|must|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|doesn['’]t|don['’]t|didn['’]t|can['’]t"
    r"|won['’]t|hasn['’]t|haven['’]t|\w{3,}(?:ed|izes?|ifies|ises?)|became|becomes?|began|begins?"
    r"|contains?|includes?|provides?|allows?|enables?|requires?|reduces?|increases?|improves?"
    r"|causes|leads|results|prevents?|ensures?|avoids?|depends?|determines?|produces?|makes?|made"
    r"|takes?|took|gives?|gave|holds?|held|supports|replaces?|removes?|adds?|begins?|starts|ends"
    r"|needs|outperforms?|exceeds?|differs?|works|runs|ran|stores|reads|writes|wrote|returns"
    r"|accepts?|specif(?:y|ies)|defines?|describes?|represents?|shows|grows?|grew|falls|fell|rises"
    r"|rose|costs|means|refers?|consists?|corresponds?|belongs?|appl(?:y|ies)|exists?|occurs?"
    r"|affects?|keeps?|kept|treats?|rel(?:y|ies)|serves?|sends?|sent|receives?|creates?|computes?"
    r"|learns?|performs?|scales|converges?|follows?|carr(?:y|ies)|handles?|implements?|expects?"
    r"|ignores?|inherits?|overrides?|uses|goes|comes|gets?|got|lets|sets|puts|brings?|sees|finds"
    r"|found|appears?|remains?|seems?|yields?|maps|measures|predicts?|generates?|achieves?|lacks"
    r"|defaults|prefers?|inhibits?|lies|stands?|speeds|drops|cuts|beats|wins|lost|loses)\b",
    re.IGNORECASE,
)
"""Words that are, or may be, the verb of a sentence; a fragment has none of them."""
VARIABLE = re.compile(r"(?<![\w'’-])(?:[b-hj-z]\d{0,2}|a\d{1,2})(?![\w'’-])|[=∈≤≥∑→⇒]")
"""Letters and signs of a formula or of an example nearby."""
QUANTIFIED_FIRST = re.compile(
    r"^(?:some|many|most|all|each|both|one) (?!of (?:them|these|those)\b)[a-z-]{3,}", re.IGNORECASE
)
PRONOUN_INSIDE = re.compile(r"\b(?:it|its|they|them|their|he|she|his|her)\b", re.IGNORECASE)

# Words in front of a statement that add nothing to it; what they lean on is not needed.
LEAD = re.compile(
    r"^(?:(?:however|moreover|furthermore|in addition|additionally|also|therefore|thus|hence"
    r"|consequently|as a result|finally|first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|in fact"
    r"|indeed|similarly|likewise|nevertheless|nonetheless|in particular|specifically|importantly"
    r"|notably|interestingly|of course|in other words|in short|in summary|overall|in contrast"
    r"|by contrast|on the other hand|conversely|instead|still|again|besides|meanwhile|then|and|but"
    r"|so|to summarize|to conclude|as expected|unfortunately|fortunately|surprisingly|clearly"
    r"|obviously|intuitively|in general|generally speaking|more precisely|accordingly),\s+"
    r"|(?:and|but|yet|so)\s+(?=[a-z])"
    r"|(?:please )?(?:note|notice|remember|keep in mind|bear in mind|recall) that\s+"
    r"|it (?:is|was|should be|has been|must be) (?:important|worth|well|widely|generally|commonly"
    r"|noted|known|stressed|emphasized|shown|found|observed|clear|true|also)"
    r"(?: to (?:note|remember|stress|realize|understand|mention)| noting| known| accepted)? that\s+"
    r"|(?:we|the authors|our (?:results|experiments|analysis|findings)|(?:the|these|our|recent)"
    r" (?:results|experiments|findings|studies|evaluations?))(?: also| further| clearl?y)?"
    r" (?:find|found|show|showed|shown|observe|observed|see|saw|demonstrate|demonstrated|conclude"
    r"|concluded|report|reported|note|noted|reveal|revealed|confirm|confirmed|indicate|indicated)"
    r" that\s+)",
    re.IGNORECASE,
)

CITATION = re.compile(
    r"\s*(?:\[(?:\d{1,3}|[A-Z][\w+-]{1,24})(?:\s*[,;–-]\s*(?:\d{1,3}|[A-Z][\w+-]{1,24}))*\]"
    r"|\((?:[^()]{0,60}?\b(?:et al\.?|and [A-Z]\w+|&\s[A-Z]\w+),? ?\(?(?:19|20)\d\d[a-z]?"
    r"[^()]{0,80})\)"
    r"|\((?:(?:see|cf\.|e\.g\.,?)\s)?[A-Z][\w’'-]+,? (?:19|20)\d\d[a-z]?(?:[;,][^()]{0,80})?\))"
)
PARENTHESIS = re.compile(r"\s*\((?:[^()]{1,120})\)")
