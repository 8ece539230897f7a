import { Client, createConfiguration, type UserApi as same, type User } from '@okta/okta-sdk-nodejs';
import type { GroupApi, GroupApiListGroupsRequest } from '@okta/okta-sdk-nodejs/apis/GroupApi';
import { UserApi, type UserApiGetUserRequest } from '@okta/okta-sdk-nodejs/apis/UserApi';

const request: UserApiGetUserRequest = { userId: 'ada@example.com' };

export const users: same = new UserApi(createConfiguration({ orgUrl: 'https://acme.okta.com', token: 't' }));
export const answer: Promise<User> = users.getUser(request);

declare const list: GroupApiListGroupsRequest;
declare const groups: GroupApi;
export const own: UserApi = new Client().userApi;
export const named = groups.listGroups(list);
