// The rules that propose, each in plain words for whoever is to judge what it proposed.

/** What each rule goes by, as a sentence behind 'Proposed because'. */
export const RULES = {
  // Who is named.
  capitals: 'it is written like a name.',
  known: 'it is a name of somebody in the graph.',
  'title-before-name': 'a title such as Sir or Professor stands in front of the name.',
  'first-name': 'it begins with a first name.',
  initial: 'an initial stands between first name and surname.',
  'role-beside-name': 'a role or office stands beside the name.',
  'surname-alone': 'it is a surname that acts like a person’s.',
  'organisation-word': 'a word such as council, board or university is part of the name.',
  'kind-before-name': 'a word for a kind of body stands in front of the name.',
  'role-of-body': 'somebody’s role there is named beside it.',
  'of-body': 'it stands behind a person’s name with ‘of’, or in front of it with ‘’s’.',
  'acronym-defined': 'its short form is given in brackets.',
  acronym: 'it is a short form in capitals.',
  brand: 'it is written with a capital inside, or like an address.',
  listed: 'it stands in a list with others of its kind.',
  'byline-alone': 'it stands on a line of its own above a date.',
  'well-known': 'it is the name of a body that is widely known.',
  judged: 'it is rated or judged, as councils are.',
  newspaper: 'it reads like the name of a newspaper.',
  speaks: 'it says something in the article.',
  'unknown-words': 'it acts again and again, and is in no dictionary.',
  byline: 'it stands in the byline, and whoever added the article confirmed it.',
  // Which reports.
  'report-by': 'a report, study or review is said to be by somebody.',
  'report-of': 'somebody is named as the owner of a report, study or review.',
  // What is said.
  'direct-quotation': 'it stands in quotation marks beside a verb of saying.',
  'quotation-continued': 'a quotation goes on that began just before.',
  'quotation-beside': 'it stands in quotation marks behind a sentence about somebody.',
  'indirect-speech': 'it follows a verb such as said, argued or warned.',
  passive: 'it follows words such as ‘it was argued that’.',
  finding: 'it follows a verb of finding, such as found or showed.',
  opinion: 'it follows a verb of thinking, such as believes or fears.',
  denial: 'it follows a verb of denying, such as denied or rejected.',
  colon: 'it stands behind a verb of saying and a colon.',
  trailing: 'who says it is named right behind it.',
  'as-said': 'it stands beside words such as ‘as she put it’.',
  aside: 'who says it is named in between.',
  'according-to': 'it stands beside ‘according to’ or ‘in the words of’.',
  'state-of-mind': 'it follows words such as ‘is concerned that’.',
  'noun-that': 'it follows words such as ‘came to the conclusion that’.',
  dash: 'a name stands behind the quotation, after a dash.',
  calling: 'it follows words such as ‘called it’ or ‘described it as’, and some of it is in quotation marks.',
  label: 'who says it is named beside it with a colon, as in a transcript or a headline.',
  advice: 'it follows words such as ‘called for’ or ‘urged’.',
  list: 'it is a point of a list that such words lead in.',
  'own-voice': 'whoever writes the article says it themselves.',
  // What joins two of them.
  response: 'the sentence says that it answers the report.',
  'taking-sides': 'a verb such as welcomed, backed or rejected joins the two.',
  // What something said may bear on.
  'same-side': 'both take the same side of a topic, in some of the same words.',
  'opposite-sides': 'they take opposite sides of a topic, in some of the same words.',
  'opposite-words': 'a word of the one is the opposite of a word of the other.',
  negation: 'one negates what the other speaks of.',
  'shared-words': 'both have telling words in common.',
  // Any of them.
  'language-model': 'the language model that was asked proposes it, in words of the article.',
} as const;

export type RuleName = keyof typeof RULES;

/** What a rule goes by, in words; its own name where it is one of another version. */
export const printRule = (rule: string): string =>
  Object.hasOwn(RULES, rule) ? RULES[rule as RuleName] : `the rule ‘${rule}’ applies.`;
