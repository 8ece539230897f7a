import { BLANK, fail, invalid } from '../answers/fault.js';
import type { JsonObject } from '../org/json.js';
import { memberAt } from '../org/json.js';
import type { AppKind } from './app-defaults.js';
import { appTemplates, customSignOn } from './app-kinds.js';

/**
 * Refuses settings that lack what apps of their kind need.
 *
 * @param kind - of the app
 * @param settings - the `settings` object that was sent
 * @throws Fault `E0000001` with one cause for each missing member
 */
export function checkSettings({ name, signOnMode, custom }: AppKind, settings: JsonObject): void {
  const template = Object.hasOwn(appTemplates, name) ? (appTemplates[name]?.required ?? []) : [];
  const signOn = custom ? (customSignOn[signOnMode] ?? []) : [];
  const missing = [...template.filter(lacks(settings, 'app')), ...signOn.filter(lacks(settings, 'signOn'))];
  const [first] = missing;
  if (first !== undefined) {
    const causes = missing.map((field) => `${field}: ${BLANK}`);
    throw fail('E0000001', first, causes);
  }
  if (custom && signOnMode === 'SAML_2_0') checkSigned(settings);
}

function lacks(settings: JsonObject, part: string): (member: string) => boolean {
  return (member) => {
    const value = memberAt(settings, [part, member]);
    return value === undefined || value === null || value === '';
  };
}

function checkSigned(settings: JsonObject): void {
  const signed = ['responseSigned', 'assertionSigned'].some((name) => memberAt(settings, ['signOn', name]) === true);
  if (!signed) throw invalid('responseSigned', 'Either the response or the assertion must be signed');
}
