// The closed vocabulary of the model: every type of node and edge, and every word that one of their fields can hold.

export const NODE_TYPES = [
  'article',
  'organisation',
  'person',
  'report',
  'claim',
  'recommendation',
  'topic',
] as const;
export type NodeType = (typeof NODE_TYPES)[number];

/** People and bodies. */
export const ACTOR_TYPES = ['person', 'organisation'] as const satisfies readonly NodeType[];
type ActorType = (typeof ACTOR_TYPES)[number];
export const isActorType = (type: string): type is ActorType =>
  (ACTOR_TYPES as readonly string[]).includes(type);

/** Who can say something: people, bodies and reports. */
export const SPEAKER_TYPES = [...ACTOR_TYPES, 'report'] as const satisfies readonly NodeType[];
type SpeakerType = (typeof SPEAKER_TYPES)[number];
export const isSpeakerType = (type: string): type is SpeakerType =>
  (SPEAKER_TYPES as readonly string[]).includes(type);

export const EDGE_TYPES = [
  'authored',
  'states',
  'disputes',
  'supports',
  'responds-to',
  'addressed-to',
  'about',
  'affiliated-with',
  'commissioned',
  'based-on',
  'rated',
] as const;
export type EdgeType = (typeof EDGE_TYPES)[number];

/** The edges of the argument: who disputes, supports or answers what. */
export const ARGUMENT_TYPES = ['disputes', 'supports', 'responds-to'] as const satisfies readonly EdgeType[];
export type ArgumentType = (typeof ARGUMENT_TYPES)[number];

export const isArgumentType = (type: NodeType | EdgeType): type is ArgumentType =>
  (ARGUMENT_TYPES as readonly string[]).includes(type);

/** Which types of node each type of edge may lead from and to. */
export const EDGE_ENDS = {
  authored: [
    ['person', 'organisation'],
    ['article', 'report', 'claim', 'recommendation'],
  ],
  states: [['report'], ['claim', 'recommendation']],
  disputes: [
    ['claim', 'recommendation', 'person', 'organisation', 'report'],
    ['claim', 'recommendation', 'report'],
  ],
  supports: [
    ['claim', 'recommendation', 'person', 'organisation', 'report'],
    ['claim', 'recommendation', 'report'],
  ],
  'responds-to': [
    ['claim', 'recommendation', 'report'],
    ['claim', 'recommendation', 'report'],
  ],
  'addressed-to': [
    ['recommendation', 'claim'],
    ['organisation', 'person'],
  ],
  about: [['claim', 'recommendation', 'report'], ['topic']],
  'affiliated-with': [['person', 'organisation'], ['organisation']],
  commissioned: [['person', 'organisation'], ['report']],
  'based-on': [['report'], ['report', 'organisation']],
  rated: [['organisation'], ['organisation']],
} as const satisfies Record<EdgeType, readonly [readonly NodeType[], readonly NodeType[]]>;

/** What a recommendation is: what others should do, what the speaker proposes, what the speaker undertakes to do. */
export const RECOMMENDATION_FORMS = ['recommendation', 'proposal', 'commitment'] as const;
export const BASES = ['stated', 'inferred'] as const;
export const SPEECH = ['direct', 'indirect', 'narration'] as const;
export const STANCES = ['for', 'against', 'mixed', 'neutral'] as const;
export type Stance = (typeof STANCES)[number];
export const RESPONSES = ['accepted', 'partly', 'rejected', 'noted'] as const;
/** What each is called, what who gives it does, and what else it is looked for by. */
export const RESPONSE_WORDS = {
  accepted: { name: 'accepted', out: 'accepts', also: 'agreed' },
  partly: { name: 'partly accepted', out: 'partly accepts', also: '' },
  rejected: { name: 'rejected', out: 'rejects', also: 'refused turned down' },
  noted: { name: 'noted', out: 'notes', also: '' },
} as const satisfies Record<(typeof RESPONSES)[number], { name: string; out: string; also: string }>;
export const REASONS = ['furniture', 'scene-setting', 'repetition'] as const;

/** Who the actors of a network are: bodies, with all who speak for them, or the people who speak. */
export const ACTOR_KINDS = ['bodies', 'people'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
/** Whether two actors are joined by the questions on which both take the same side, or by those on which they take opposite sides. */
export const TIE_TYPES = ['congruence', 'conflict'] as const;
export type TieType = (typeof TIE_TYPES)[number];
/** What joins actors in a network: ties of one type, or what is left of one type when those of the other are taken away. */
export const ACTOR_NETWORK_TYPES = [...TIE_TYPES, 'subtract'] as const;
export type ActorNetworkType = (typeof ACTOR_NETWORK_TYPES)[number];
/** The networks of discourse network analysis: of actors, or of actors and the questions they speak on. */
export const NETWORK_TYPES = [...ACTOR_NETWORK_TYPES, 'affiliation'] as const;
export type NetworkType = (typeof NETWORK_TYPES)[number];
