/** A user as Okta sends one, with the dates, links and credentials that a page of users is full of. */
export function userOf(/** @type {number} */ index, origin = 'https://acme.okta.com') {
  const id = `00u${String(index).padStart(17, '0')}`;
  const link = (/** @type {string} */ path) => ({ href: `${origin}/api/v1/users/${id}/${path}`, method: 'POST' });
  // Users differ in their dates, too.
  const at = (/** @type {string} */ first) => new Date(Date.parse(first) + index * 3_661_000).toISOString();
  return {
    id,
    status: 'ACTIVE',
    created: at('2021-03-05T08:09:10.000Z'),
    activated: at('2021-03-05T08:10:11.000Z'),
    statusChanged: at('2021-03-06T08:10:11.000Z'),
    lastLogin: at('2022-11-20T17:18:19.000Z'),
    lastUpdated: at('2022-11-19T16:17:18.000Z'),
    passwordChanged: at('2022-01-02T03:04:05.000Z'),
    type: { id: 'oty1abcdefghijklmnop' },
    profile: {
      firstName: 'Ada',
      lastName: `Number ${index}`,
      mobilePhone: null,
      secondEmail: null,
      department: 'Analytical Engines',
      costCenter: '1815',
      locale: 'en_GB',
      login: `user${index}@example.com`,
      email: `user${index}@example.com`,
    },
    credentials: {
      password: {},
      emails: [{ value: `user${index}@example.com`, status: 'VERIFIED', type: 'PRIMARY' }],
      provider: { type: 'OKTA', name: 'OKTA' },
    },
    _links: {
      suspend: link('lifecycle/suspend'),
      schema: { href: `${origin}/api/v1/meta/schemas/user/osc1abcdefghijklmnop` },
      resetPassword: link('lifecycle/reset_password'),
      expirePassword: link('lifecycle/expire_password'),
      changePassword: link('credentials/change_password'),
      self: { href: `${origin}/api/v1/users/${id}` },
      deactivate: link('lifecycle/deactivate'),
    },
  };
}
