"""Apps, their keys and who may use them."""

from okta import models
from workplace import create_group, done, everything, hire, refused

BOOKMARK = {
    "name": "bookmark",
    "label": "Handbook",
    "signOnMode": "BOOKMARK",
    "settings": {"app": {"requestIntegration": False, "url": "https://handbook.example.com"}},
}

SAML = {
    "label": "Payroll",
    "signOnMode": "SAML_2_0",
    "settings": {
        "signOn": {
            "ssoAcsUrl": "https://payroll.example.com/acs",
            "recipient": "https://payroll.example.com/acs",
            "destination": "https://payroll.example.com/acs",
            "audience": "https://payroll.example.com",
            "subjectNameIdTemplate": "${user.userName}",
            "subjectNameIdFormat": "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
            "responseSigned": True,
            "assertionSigned": True,
            "signatureAlgorithm": "RSA_SHA256",
            "digestAlgorithm": "SHA256",
            "honorForceAuthn": True,
            "authnContextClassRef": "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
            "requestCompressed": False,
            "allowMultipleAcsEndpoints": False,
            "attributeStatements": [],
        }
    },
}

WEB = {
    "name": "oidc_client",
    "label": "Shop",
    "signOnMode": "OPENID_CONNECT",
    "credentials": {"oauthClient": {"token_endpoint_auth_method": "client_secret_post"}},
    "settings": {
        "oauthClient": {
            "application_type": "web",
            "redirect_uris": ["https://shop.example.com/callback"],
            "response_types": ["code"],
            "grant_types": ["authorization_code"],
        }
    },
}


async def _create(client, kind, body):
    return await done(client.create_application(kind.from_dict(body)))


async def bookmarks(client):
    app = await _create(client, models.BookmarkApplication, BOOKMARK)
    assert (app.status, app.settings.app.url) == ("ACTIVE", "https://handbook.example.com"), app
    whole = models.BookmarkApplication.from_dict({**BOOKMARK, "label": "The handbook"})
    assert (await done(client.replace_application(app.id, whole))).label == "The handbook"
    assert await refused(client.delete_application(app.id)) == (403, "E0000056")
    await done(client.deactivate_application(app.id))
    await done(client.delete_application(app.id))
    assert await refused(client.get_application(app.id)) == (404, "E0000007")


async def saml_apps(client):
    app = await _create(client, models.SamlApplication, SAML)
    assert app.name, app
    keys = await done(client.list_application_keys(app.id))
    assert keys[0].kty == "RSA" and keys[0].kid, keys


async def oidc_apps(client):
    app = await _create(client, models.OpenIdConnectApplication, WEB)
    oauth = app.credentials.oauth_client
    assert oauth.client_id == app.id and oauth.client_secret, app


async def apps_are_listed(client):
    for label in ("Tool 1", "Tool 2", "Tool 3"):
        await _create(client, models.BookmarkApplication, {**BOOKMARK, "label": label})
    labels = {app.label for app in await everything(client.list_applications, limit=2)}
    assert {"Tool 1", "Tool 2", "Tool 3"} <= labels, labels
    assert len(await everything(client.list_applications, q="Tool", limit=1)) == 3


async def apps_are_assigned(client):
    app = await _create(client, models.BookmarkApplication, {**BOOKMARK, "label": "Assigned"})
    direct, via_group = await hire(client, "Direct"), await hire(client, "Indirect")
    group = await create_group(client, "App people")
    await done(client.assign_user_to_group(group.id, via_group.id))
    request = models.AppUserAssignRequest.from_dict({"id": direct.id})
    assert (await done(client.assign_user_to_application(app.id, request))).scope == "USER"
    assignment = models.ApplicationGroupAssignment.from_dict({"priority": 0})
    await done(client.assign_group_to_application(app.id, group.id, assignment))
    assert (await done(client.get_application_user(app.id, via_group.id))).scope == "GROUP"
    users = await everything(client.list_application_users, app_id=app.id, limit=1)
    assert {user.id for user in users} == {direct.id, via_group.id}, users
    assert len(await done(client.list_application_group_assignments(app.id))) == 1
    await done(client.unassign_application_from_group(app.id, group.id))
    await done(client.unassign_user_from_application(app.id, direct.id))
    assert not await done(client.list_application_users(app.id))


STEPS = [bookmarks, saml_apps, oidc_apps, apps_are_listed, apps_are_assigned]
