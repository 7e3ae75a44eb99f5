// Names that are likely bodies'.
import { expect, test } from 'vitest';
import { isBodyName } from '../../../src/core/extract/bodies';

test.each([
  'Education ministry',
  'the Teachers’ Union',
  'Parents’ Association',
  'Children’s charity',
  'Labour Party',
  'Care Quality Commission',
  'Environment Agency',
  'Department for Education',
  'University of Essex',
  'Trust for London',
  'CHURCH OF ENGLAND',
])('‘%s’ is likely a body', (name) => expect(isBodyName(name)).toBe(true));

test.each([
  'Alan Wood',
  'Head of the union',
  'Minister for Education',
  'Education ministry spokesman',
  'Unison',
  '',
])('‘%s’ may be anybody', (name) => expect(isBodyName(name)).toBe(false));
