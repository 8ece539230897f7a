import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, idsOf, onBothWires } from './client.js';
import { createGroup, PASSWORD, profileOf } from './people.js';

const RULES = '/api/v1/groups/rules';

const userAttributes = {
  shoeSize: { title: 'Shoe size', type: 'number' as const },
  remote: { title: 'Remote', type: 'boolean' as const },
  skills: { title: 'Skills', type: 'array' as const, items: { type: 'string' as const } },
};
const ada = {
  id: '00uada',
  credentials: { password: { value: PASSWORD } },
  profile: profileOf('ada', {
    department: 'Engineering',
    city: 'San Francisco',
    title: 'Lead "of" it',
    shoeSize: 38.5,
    remote: true,
    skills: ['ts', 'go'],
    employeeNumber: '0042',
  }),
};
const groups = [
  { id: '00gwest', profile: { name: 'West Coast' }, members: ['ada@example.com'] },
  { id: '00geast', profile: { name: 'East Coast' } },
];

function bodyOf(groupId: string, value: string) {
  return {
    type: 'group_rule',
    name: 'Rule',
    conditions: { expression: { value, type: 'urn:okta:expression:1.0' } },
    actions: { assignUserToGroups: { groupIds: [groupId] } },
  };
}

/** Whether a rule with the expression takes the one user in. */
async function holds(client: Client, value: string): Promise<boolean> {
  const groupId = await createGroup(client, 'Target');
  const created = await client.post(RULES, bodyOf(groupId, value));
  if (created.status !== 200) throw new Error(created.text);
  await client.post(`${RULES}/${idOf(created)}/lifecycle/activate`);
  return idsOf(await client.get(`/api/v1/groups/${groupId}/users`)).includes(ada.id);
}

onBothWires('expressions', (emulate) => {
  it.each([
    'user.department == "Engineering"',
    "user.department == 'Engineering'",
    'user.profile.department eq "Engineering"',
    'user.department != "Sales"',
    'user.shoeSize > 38 and user.shoeSize <= 38.5',
    'user.shoeSize * 2 + 1 == 78',
    'user.city < "Texas"',
    'user.title == "Lead \\"of\\" it"',
    'user.costCenter == null',
    'user.costCenter != "x" AND user.city != null',
    'user.remote',
    'NOT user.remote OR user.city == "San Francisco"',
    '!(user.remote && user.shoeSize > 40)',
    'not user.city == "Paris"',
    'user.city == "Paris" || user.remote && user.shoeSize == 38.5',
    'user.remote ? user.shoeSize > 1 : false',
    '(user.costCenter ?: "none") == "none"',
    'user.status == "ACTIVE"',
    'user.getInternalProperty("id") == "00uada"',
    '!hasDirectoryUser()',
    'user.department + " " + user.lastName == "Engineering Lovelace"',
    'user.email matches ".*@example[.]com"',
    'true',
  ])('hold: %s', async (value) => {
    expect(await holds(await emulate({ seed: { userAttributes, users: [ada], groups } }), value)).toBe(true);
  });

  it.each([
    'String.stringContains(user.city, "Fran")',
    'String.startsWith(user.login, "ada")',
    'String.endsWith(user.login, ".com")',
    'String.toUpperCase(user.department) == "ENGINEERING"',
    'String.toLowerCase(user.department) == "engineering"',
    'String.len(user.firstName) == 3',
    'String.len(user.costCenter) == 0',
    'String.append(user.firstName, "!") == "ada!"',
    'String.substring(user.department, 0, 3) == "Eng"',
    'String.substringBefore(user.email, "@") == "ada"',
    'String.substringAfter(user.email, "@") == "example.com"',
    'String.replace(user.department, "n", "m") == "Emgimeerimg"',
    'String.replaceFirst(user.department, "n", "m") == "Emgineering"',
    'String.removeSpaces(user.city) == "SanFrancisco"',
    'String.join(",", user.firstName, user.lastName) == "ada,Lovelace"',
    'String.stringSwitch(user.city, "other", "Paris", "EU", "San", "US") == "US"',
    'Arrays.contains(user.skills, "go")',
    'Arrays.contains({"San Francisco", "Paris"}, user.city)',
    'Arrays.size(user.skills) == 2 AND !Arrays.isEmpty(user.skills)',
    'Arrays.get(user.skills, 1) == "go" AND user.skills[0] == "ts"',
    'Arrays.toCsvString(Arrays.add(user.skills, "c")) == "ts,go,c"',
    'Arrays.size(Arrays.flatten({"a", {"b", "c"}})) == 3',
    'Convert.toInt(user.employeeNumber) == 42',
    'Convert.toNum("3.14") > 3',
  ])('call functions: %s', async (value) => {
    expect(await holds(await emulate({ seed: { userAttributes, users: [ada], groups } }), value)).toBe(true);
  });

  it.each([
    'isMemberOfGroup("00gwest")',
    'isMemberOfAnyGroup("00geast", "00gwest")',
    'isMemberOfGroupName("West Coast")',
    'isMemberOfGroupNameStartsWith("West")',
    'isMemberOfGroupNameContains("st Co")',
    'isMemberOfGroupNameRegex("W.*t")',
    'user.isMemberOf({"group.profile.name": "West", "operator": "STARTS_WITH"})',
    'Arrays.size(user.getGroups({"group.id": {"00gwest", "00geast"}})) == 1',
    '!isMemberOfGroup("00geast") AND !isMemberOfGroupName("west coast")',
  ])('ask for groups: %s', async (value) => {
    expect(await holds(await emulate({ seed: { userAttributes, users: [ada], groups } }), value)).toBe(true);
  });

  it.each([
    'user.department == "engineering"',
    'user.shoeSize == "38.5"',
    'user.shoeSize > "x"',
    'Arrays.contains(user.skills, "g")',
    'String.stringContains(user.costCenter, "")',
    'Convert.toInt(user.city) == 1',
    'isMemberOfGroupNameRegex("(")',
    'false',
  ])('do not hold: %s', async (value) => {
    expect(await holds(await emulate({ seed: { userAttributes, users: [ada], groups } }), value)).toBe(false);
  });

  it.each([
    ['user.department = "Engineering"', "Unexpected character '=' at position 16"],
    ['user.department == ', "Unexpected 'the end' at position 19"],
    ['user.department == "a" AND', "Unexpected 'the end' at position 26"],
    ['(user.remote', "Unexpected 'the end' at position 12"],
    ['user.remote user.remote', "Unexpected 'user' at position 12"],
    ['user.department == "open', `Unexpected character '"' at position 19`],
    ['user.shoes == 1', 'Invalid property shoes in expression user.shoes'],
    ['profile.city == "x"', 'Invalid property city in expression profile.city'],
    ['String.shout(user.city) == "x"', 'Unknown function String.shout'],
    ['String.startsWith(user.city)', 'Parameter count mismatch for function String.startsWith: 1 given'],
    ['user.city', 'The expression must evaluate to a boolean'],
    ['user.city AND true', 'A boolean is needed where there is a text'],
    [`${'('.repeat(200)}true${')'.repeat(200)}`, 'The expression is nested too deeply'],
    [`${'!'.repeat(5000)}true`, 'The expression is nested too deeply'],
  ])('are refused: %.40s', async (value, cause) => {
    const client = await emulate({ seed: { userAttributes, users: [ada], groups } });
    const reply = await client.post(RULES, bodyOf('00geast', value));
    expect(errorOf(reply)).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
    expect(reply.body).toMatchObject({ errorSummary: 'Api validation failed: validateRule' });
  });
});
