import { ParameterError } from '../../sdk.js';

/**
 * Throws at once, as oktajs did, if an argument is missing.
 *
 * @param call - function, e.g. `users.get`
 * @param values - arguments by name
 * @throws {@link ParameterError}
 */
export function required(call: string, values: Readonly<Record<string, unknown>>): void {
  const [group = '', method = ''] = call.split('.');
  for (const [parameter, value] of Object.entries(values)) {
    if (value === undefined || value === null) {
      const operation = { api: `OktaAPI.${group}`, method };
      throw new ParameterError({ operation, parameter, reason: 'is required' }, { code: 'OKTA_MISSING_PARAMETER' });
    }
  }
}
