"""Authorization servers, identity providers, hooks, roles, links, brands, the System Log and access tokens."""

import json
from datetime import datetime, timedelta, timezone

from jwcrypto.jwk import JWK
from okta import models
from workplace import connect, done, everything, hire, refused


async def authorization_servers(client):
    body = {"name": "Shop", "description": "Of the shop", "audiences": ["https://shop.example.com"]}
    server = await done(client.create_authorization_server(models.AuthorizationServer.from_dict(body)))
    assert server.status == "ACTIVE" and server.issuer.endswith(f"/oauth2/{server.id}"), server
    scope = models.OAuth2Scope.from_dict({"name": "orders:read", "consent": "IMPLICIT"})
    assert (await done(client.create_o_auth2_scope(server.id, scope))).name == "orders:read"
    claim = {"name": "department", "claimType": "RESOURCE", "valueType": "EXPRESSION", "value": "user.department"}
    await done(client.create_o_auth2_claim(server.id, models.OAuth2Claim.from_dict(claim)))
    assert "department" in [one.name for one in await done(client.list_o_auth2_claims(server.id))]
    policy = await done(
        client.create_authorization_server_policy(
            server.id,
            models.AuthorizationServerPolicy.from_dict(
                {
                    "type": "OAUTH_AUTHORIZATION_POLICY",
                    "name": "Everybody",
                    "description": "For all clients",
                    "priority": 1,
                    "conditions": {"clients": {"include": ["ALL_CLIENTS"]}},
                }
            ),
        )
    )
    await done(
        client.create_authorization_server_policy_rule(
            server.id,
            policy.id,
            models.AuthorizationServerPolicyRuleRequest.from_dict(
                {
                    "type": "RESOURCE_ACCESS",
                    "name": "Machines",
                    "priority": 1,
                    "conditions": {
                        "people": {"groups": {"include": ["EVERYONE"]}},
                        "grantTypes": {"include": ["client_credentials"]},
                        "scopes": {"include": ["*"]},
                    },
                    "actions": {"token": {"accessTokenLifetimeMinutes": 30}},
                }
            ),
        )
    )
    rules = await done(client.list_authorization_server_policy_rules(server.id, policy.id))
    assert [rule.actions.token.access_token_lifetime_minutes for rule in rules] == [30], rules
    await done(client.deactivate_authorization_server(server.id))
    await done(client.delete_authorization_server(server.id))
    assert [one.name for one in await done(client.list_authorization_servers(q="default"))] == ["default"]


async def identity_providers(client):
    body = {
        "type": "GOOGLE",
        "name": "Google",
        "protocol": {
            "type": "OAUTH2",
            "scopes": ["profile", "email", "openid"],
            "credentials": {"client": {"client_id": "client", "client_secret": "secret"}},
        },
        "policy": {
            "accountLink": {"action": "AUTO"},
            "provisioning": {"action": "AUTO", "groups": {"action": "NONE"}},
            "subject": {"userNameTemplate": {"template": "idpuser.email"}, "matchType": "USERNAME"},
            "maxClockSkew": 0,
        },
    }
    idp = await done(client.create_identity_provider(models.IdentityProvider.from_dict(body)))
    assert (idp.type, idp.status) == ("GOOGLE", "ACTIVE"), idp
    assert (await done(client.deactivate_identity_provider(idp.id))).status == "INACTIVE"
    await done(client.delete_identity_provider(idp.id))
    assert await refused(client.get_identity_provider(idp.id)) == (404, "E0000007")


async def event_hooks(client):
    scheme = {"type": "HEADER", "key": "Authorization", "value": "top-secret"}
    body = {
        "name": "Audit",
        "events": {"type": "EVENT_TYPE", "items": ["user.lifecycle.create"]},
        "channel": {
            "type": "HTTP",
            "version": "1.0.0",
            "config": {"uri": "https://audit.example.com/hook", "authScheme": scheme},
        },
    }
    hook = await done(client.create_event_hook(models.EventHook.from_dict(body)))
    assert (hook.status, hook.verification_status) == ("ACTIVE", "UNVERIFIED"), hook
    assert hook.channel.config.auth_scheme.value != "top-secret", hook
    await done(client.deactivate_event_hook(hook.id))
    await done(client.delete_event_hook(hook.id))
    assert hook.id not in [one.id for one in await done(client.list_event_hooks())]


async def roles(client):
    user = await hire(client, "Admin")
    request = models.AssignRoleToUserRequest(models.StandardRoleAssignmentSchema(type="HELP_DESK_ADMIN"))
    await done(client.assign_role_to_user(user.id, request))
    assert await refused(client.assign_role_to_user(user.id, request)) == (409, "E0000090")
    held = await done(client.list_assigned_roles_for_user(user.id))
    assert [role.actual_instance.type for role in held] == ["HELP_DESK_ADMIN"], held
    await done(client.unassign_role_from_user(user.id, held[0].actual_instance.id))
    assert not await done(client.list_assigned_roles_for_user(user.id))


async def linked_objects(client):
    body = {
        "primary": {"name": "manager", "title": "Manager", "type": "USER"},
        "associated": {"name": "subordinate", "title": "Subordinate", "type": "USER"},
    }
    await done(client.create_linked_object_definition(models.LinkedObject.from_dict(body)))
    boss, worker = await hire(client, "Boss"), await hire(client, "Worker")
    await done(client.assign_linked_object_value_for_primary(worker.id, "manager", boss.id))
    assert len(await done(client.list_linked_objects_for_user(worker.id, "manager"))) == 1
    assert len(await done(client.list_linked_objects_for_user(boss.id, "subordinate"))) == 1
    await done(client.delete_linked_object_for_user(worker.id, "manager"))
    assert not await done(client.list_linked_objects_for_user(worker.id, "manager"))
    await done(client.delete_linked_object_definition("manager"))
    assert not await done(client.list_linked_object_definitions())


async def brands(client):
    brand = await done(client.create_brand(models.CreateBrandRequest(name="Second")))
    listed = await done(client.list_brands())
    assert [one.is_default for one in listed].count(True) == 1, listed
    await done(client.delete_brand(brand.id))
    default = next(one for one in listed if one.is_default)
    assert (await refused(client.delete_brand(default.id)))[0] == 409


async def system_log(client):
    user = await hire(client, "Logged")
    await done(client.suspend_user(user.id))
    now = datetime.now(timezone.utc)
    events = await everything(
        client.list_log_events,
        since=(now - timedelta(hours=1)).isoformat(),
        until=(now + timedelta(minutes=1)).isoformat(),
        filter=f'target.id eq "{user.id}"',
        limit=2,
    )
    kinds = {event.event_type for event in events}
    assert {"user.lifecycle.create", "user.lifecycle.suspend"} <= kinds, kinds
    assert events[0].actor.type == "User" and events[0].published, events[0]


async def _service(client, dpop, scopes):
    """A client that acts by access tokens as a service app."""
    url = client.get_base_url()
    key = JWK.generate(kty="RSA", size=2048, kid=f"key-{dpop}")
    # The SDK demands an id, which only the org can give.
    public = {**json.loads(key.export_public()), "id": "", "use": "sig", "alg": "RS256", "status": "ACTIVE"}
    body = {
        "name": "oidc_client",
        "label": f"Service, DPoP {dpop}",
        "signOnMode": "OPENID_CONNECT",
        "credentials": {"oauthClient": {"token_endpoint_auth_method": "private_key_jwt"}},
        "settings": {
            "oauthClient": {
                "application_type": "service",
                "grant_types": ["client_credentials"],
                "response_types": ["token"],
                "dpop_bound_access_tokens": dpop,
                "jwks": {"keys": [public]},
            }
        },
    }
    app = await done(client.create_application(models.OpenIdConnectApplication.from_dict(body)))
    for scope in scopes:
        grant = models.OAuth2ScopeConsentGrant.from_dict({"issuer": url, "scopeId": scope})
        await done(client.grant_consent_to_scope(app.id, grant))
    role = models.AssignRoleToClientRequest(models.StandardRoleAssignmentSchema(type="SUPER_ADMIN"))
    await done(client.assign_role_to_client(app.id, role))
    pem = key.export_to_pem(private_key=True, password=None).decode()
    settings = {"authorizationMode": "PrivateKey", "clientId": app.id, "scopes": scopes, "privateKey": pem}
    return connect(url, {**settings, "kid": key.key_id, "dpopEnabled": dpop})


async def _acts_as_service(client, dpop):
    service = await _service(client, dpop, ["okta.users.manage", "okta.groups.read"])
    user = await hire(service, "Service")
    assert (await done(service.get_user(user.id))).status == "ACTIVE"
    assert len(await done(service.list_groups(q="Everyone"))) == 1


async def access_tokens(client):
    await _acts_as_service(client, False)


async def bound_access_tokens(client):
    await _acts_as_service(client, True)


STEPS = [
    authorization_servers,
    identity_providers,
    event_hooks,
    roles,
    linked_objects,
    brands,
    system_log,
    access_tokens,
    bound_access_tokens,
]
