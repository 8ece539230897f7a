"""Users, groups and group rules."""

from okta import models
from workplace import PASSWORD, create_group, done, everything, hire, pages, profile, refused


async def users_live_and_leave(client):
    body = models.CreateUserRequest.from_dict({"profile": profile("Ada")})
    user = await done(client.create_user(body, activate=False))
    assert user.status == "STAGED" and user.activated is None, user
    activation = await done(client.activate_user(user.id, send_email=False))
    assert activation.activation_token, activation
    assert (await done(client.get_user(user.id))).status == "PROVISIONED"
    await done(client.deactivate_user(user.id))
    assert (await done(client.get_user(user.id))).status == "DEPROVISIONED"
    await done(client.delete_user(user.id))
    assert await refused(client.get_user(user.id)) == (404, "E0000007")


async def users_are_suspended(client):
    user = await hire(client, "Sue")
    assert user.status == "ACTIVE", user
    await done(client.suspend_user(user.id))
    assert (await done(client.get_user(user.id))).status == "SUSPENDED"
    await done(client.unsuspend_user(user.id))
    assert (await done(client.get_user(user.profile.login))).status == "ACTIVE"


async def users_are_updated(client):
    user = await hire(client, "Hedy", nickName="H", city="Vienna")
    update = models.UpdateUserRequest.from_dict({"profile": {"nickName": "Hed"}})
    updated = await done(client.update_user(user.id, update))
    assert (updated.profile.nick_name, updated.profile.city) == ("Hed", "Vienna"), updated
    whole = {"profile": {**profile("Hedy"), "lastName": "Lamarr"}}
    replaced = await done(client.replace_user(user.id, models.UpdateUserRequest.from_dict(whole)))
    assert replaced.profile.last_name == "Lamarr" and replaced.profile.city is None, replaced


async def users_are_found(client):
    for nick_name in ("c", "a", "b"):
        await hire(client, "Paging", nickName=nick_name, department="Pages")
    query = {"search": 'profile.department eq "pages"', "sort_by": "profile.nickName", "limit": 2}
    sizes = [len(page) async for page in pages(client.list_users, **query)]
    assert sizes == [2, 1], sizes
    found = await everything(client.list_users, **query)
    assert [user.profile.nick_name for user in found] == ["a", "b", "c"], found
    assert len(await done(client.list_users(q="pagi"))) == 3
    assert len(await done(client.list_users(filter='profile.firstName eq "Paging"'))) == 3
    assert await refused(client.list_users(search="nonsense")) == (400, "E0000031")


async def passwords_are_changed(client):
    user = await hire(client, "Pascal")
    change = {"oldPassword": {"value": "wrong"}, "newPassword": {"value": "An0therG00dOne"}}
    request = models.ChangePasswordRequest.from_dict(change)
    assert await refused(client.change_password(user.id, request)) == (403, "E0000014")
    change["oldPassword"]["value"] = PASSWORD
    await done(client.change_password(user.id, models.ChangePasswordRequest.from_dict(change)))
    token = await done(client.reset_password(user.id, send_email=False))
    assert "/reset_password/" in token.reset_password_url, token
    assert (await done(client.get_user(user.id))).status == "RECOVERY"


async def logins_are_unique(client):
    body = models.CreateUserRequest.from_dict({"profile": profile("Twin")})
    await done(client.create_user(body))
    assert await refused(client.create_user(body)) == (400, "E0000001")


async def groups_have_members(client):
    group = await create_group(client, "Crew")
    users = [await hire(client, "Crew") for _ in range(3)]
    for user in users:
        await done(client.assign_user_to_group(group.id, user.id))
    sizes = [len(page) async for page in pages(client.list_group_users, group_id=group.id, limit=2)]
    assert sizes == [2, 1], sizes
    await done(client.unassign_user_from_group(group.id, users[0].id))
    assert len(await done(client.list_group_users(group.id))) == 2
    renamed = models.AddGroupRequest.from_dict({"profile": {"name": "Crew A", "description": "All"}})
    assert (await done(client.replace_group(group.id, renamed))).profile.actual_instance.description == "All"
    await done(client.delete_group(group.id))
    assert await refused(client.get_group(group.id)) == (404, "E0000007")


async def group_rules_fire(client):
    group = await create_group(client, "Berliners")
    user = await hire(client, "Bert", city="Berlin")
    rule = await done(
        client.create_group_rule(
            models.CreateGroupRuleRequest.from_dict(
                {
                    "type": "group_rule",
                    "name": "Live in Berlin",
                    "conditions": {
                        "expression": {"value": 'user.city=="Berlin"', "type": "urn:okta:expression:1.0"}
                    },
                    "actions": {"assignUserToGroups": {"groupIds": [group.id]}},
                }
            )
        )
    )
    assert rule.status == "INACTIVE", rule
    await done(client.activate_group_rule(rule.id))
    members = await done(client.list_group_users(group.id))
    assert [member.id for member in members] == [user.id], members
    await done(client.deactivate_group_rule(rule.id))
    await done(client.delete_group_rule(rule.id))
    assert rule.id not in [left.id for left in await done(client.list_group_rules())]


STEPS = [
    users_live_and_leave,
    users_are_suspended,
    users_are_updated,
    users_are_found,
    passwords_are_changed,
    logins_are_unique,
    groups_have_members,
    group_rules_fire,
]
