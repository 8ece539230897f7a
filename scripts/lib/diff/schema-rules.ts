import { adds, breaks, changes, type Rule } from './verdict.js';

const REFUSED = 'values that were accepted are refused';
const STILL_FINE = 'values that were accepted still are';
const STILL_READS = 'what is read still fits its type';

/** What changes of schemas mean to who writes them and to who reads them. */
export const SCHEMA_RULES = {
  'schema-added': { request: adds('a new type'), response: adds('a new type') },
  'schema-removed': { request: breaks('the type is gone'), response: breaks('the type is gone') },
  'reference-changed': {
    request: breaks('the other type does not take the same values'),
    response: breaks('the other type does not give the same values'),
  },
  'reference-renamed': changes('the other type is used in the same way'),

  'member-added': { request: adds('a new optional member'), response: adds('a new member to read') },
  'required-member-added': { request: breaks('values without it are refused'), response: adds('a new member to read') },
  'member-removed': {
    request: breaks('values that have the member no longer compile'),
    response: breaks('code that reads the member no longer compiles'),
  },
  'member-now-required': { request: breaks('values without it are refused'), response: changes(STILL_READS) },
  'member-no-longer-required': {
    request: changes(STILL_FINE),
    response: breaks('strict readers must expect its absence'),
  },
  'required-member-writable': { request: breaks('values without it are refused'), response: changes(STILL_READS) },

  'type-changed': { request: breaks(REFUSED), response: breaks('code that reads the value expects another type') },
  'type-widened': { request: changes(STILL_FINE), response: changes('both are numbers in TypeScript') },
  'type-narrowed': { request: breaks('fractions are refused'), response: changes('both are numbers in TypeScript') },
  'format-changed': changes('a hint that does not change the type'),
  'value-format-changed': {
    request: breaks('dates and bytes have types of their own'),
    response: breaks('dates and bytes have types of their own'),
  },
  'nullable-added': { request: changes(STILL_FINE), response: breaks('strict readers must expect null') },
  'nullable-dropped': { request: breaks('null is refused'), response: changes(STILL_READS) },
  'read-only-added': { request: breaks('what is written is ignored'), response: changes(STILL_READS) },
  'read-only-dropped': { request: adds('the member may be written'), response: changes(STILL_READS) },
  'write-only-added': { request: changes(STILL_FINE), response: breaks('the member is no longer read') },
  'write-only-dropped': { request: changes(STILL_FINE), response: adds('the member may be read') },
  'limit-narrowed': { request: breaks(REFUSED), response: changes(STILL_READS) },
  'limit-widened': { request: changes(STILL_FINE), response: changes('types carry no limits') },
  'default-changed': changes('what the service takes for an absent value'),

  'enum-value-added': {
    request: adds('one more value to write'),
    response: adds('enums are open: readers expect more'),
  },
  'enum-value-removed': { request: breaks(REFUSED), response: changes('enums are open: the value still compiles') },
  'enum-introduced': { request: breaks(REFUSED), response: changes('enums are open: any text still compiles') },
  'enum-dropped': { request: changes(STILL_FINE), response: changes('enums are open: any text already compiled') },

  'extra-members-allowed': { request: adds('members of any name'), response: adds('members of any name') },
  'extra-members-refused': { request: breaks(REFUSED), response: breaks('members of any name no longer compile') },
  'variant-added': { request: adds('one more form to write'), response: adds('unions are open: readers expect more') },
  'variant-removed': { request: breaks(REFUSED), response: changes('unions are open: the form just does not come') },
  'tag-added': { request: adds('one more tag to write'), response: adds('unions are open: readers expect more') },
  'tag-removed': { request: breaks(REFUSED), response: changes('unions are open: the tag just does not come') },
  'tag-changed': {
    request: breaks('the tag now means another type'),
    response: breaks('the tag now means another type'),
  },
  'discriminator-added': changes('one more way to tell the forms apart'),
  'discriminator-changed': {
    request: breaks('the forms are told apart by something else'),
    response: breaks('the forms are told apart by something else'),
  },
  'schema-deprecated': changes('it still works'),
  'schema-undeprecated': changes('it is here to stay again'),
  'schema-marker-changed': changes('a marker of the documentation'),
  'other-schema-facts': changes('facts that no type depends on'),
  'other-facts': changes('facts that no method or type depends on'),
} as const satisfies Readonly<Record<string, Rule>>;
