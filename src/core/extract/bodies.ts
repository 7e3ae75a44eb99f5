// Words for bodies of people, and whether a name is that of one.
import { fold } from '../text';

/** Nouns for bodies of people. */
export const BODIES: ReadonlySet<string> = new Set(
  `company government council councils association union party ministry department agency regulator watchdog inspectorate
  charity firm organisation organization group committee commission court board body university institute school hospital
  bank club federation team administration army navy authority opposition campaign newspaper magazine website site channel
  network broadcaster publisher paper`.split(/\s+/),
);

/** Words for bodies that stand for one named before when they have a capital: 'the Council'. */
export const HEADS =
  /^(?:council|government|department|ministry|trust|committee|commission|association|agency|authority|board|court|church|union|society|foundation|party|congress|senate|assembly|cabinet|house|university|college|school|corporation|company|academy|institute|ombudsman|inspectorate|bank|federation|league|club|navy|army|charity|partnership|alliance|tribunal)$/;
/** Whether a name is likely that of a body, by its word for one: 'Education ministry', 'Trust for London'. */
export function isBodyName(name: string): boolean {
  const head = fold(name)
    .split(/ (?:of|for) /)[0]!
    .split(' ')
    .at(-1)!;
  return BODIES.has(head) || HEADS.test(head);
}
