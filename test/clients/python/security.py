"""Factors, policies, network zones and trusted origins."""

import base64
import hashlib
import hmac
import struct
import time

from okta import models
from pydantic import Field
from workplace import done, everything, hire, refused


def pass_code(secret, steps_ahead=0):
    """What an authenticator app shows. Source: RFC 6238"""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + steps_ahead), hashlib.sha1).digest()
    offset = digest[-1] & 0xF
    return f"{(struct.unpack_from('>I', digest, offset)[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class _Code(models.UserFactorActivateRequest):
    """The model of the SDK lacks the member."""

    pass_code: str = Field(alias="passCode")


class _Proof(models.UserFactorVerifyRequest):
    """The model of the SDK lacks the members."""

    pass_code: str = Field(default=None, alias="passCode")
    answer: str = None


async def totp_factors(client):
    user = await hire(client, "Totp")
    body = models.UserFactor.from_dict({"factorType": "token:software:totp", "provider": "GOOGLE"})
    factor = await done(client.enroll_factor(user.id, body))
    assert factor.status == "PENDING_ACTIVATION", factor
    secret = factor.embedded["activation"]["sharedSecret"]
    assert await refused(client.activate_factor(user.id, factor.id, _Code(passCode="000000"))) == (403, "E0000068")
    await done(client.activate_factor(user.id, factor.id, _Code(passCode=pass_code(secret))))
    assert (await done(client.get_factor(user.id, factor.id))).status == "ACTIVE"
    request = _Proof(passCode=pass_code(secret, 1))
    verified = await done(client.verify_factor(user.id, factor.id, body=request))
    assert verified.factor_result == "SUCCESS", verified
    await done(client.unenroll_factor(user.id, factor.id))
    assert not await done(client.list_factors(user.id))


async def question_factors(client):
    user = await hire(client, "Question")
    profile = {"question": "disliked_food", "answer": "mayonnaise"}
    body = models.UserFactor.from_dict({"factorType": "question", "provider": "OKTA", "profile": profile})
    factor = await done(client.enroll_factor(user.id, body))
    assert factor.status == "ACTIVE", factor
    request = _Proof(answer="ketchup")
    assert await refused(client.verify_factor(user.id, factor.id, body=request)) == (403, "E0000068")
    assert [one.factor_type for one in await done(client.list_factors(user.id))] == ["question"]


async def sms_factors(client):
    user = await hire(client, "Sms")
    body = {"factorType": "sms", "provider": "OKTA", "profile": {"phoneNumber": "+15554151337"}}
    factor = await done(client.enroll_factor(user.id, models.UserFactor.from_dict(body)))
    assert factor.status == "PENDING_ACTIVATION", factor
    await done(client.reset_factors(user.id))
    assert not await done(client.list_factors(user.id))


async def sign_on_policies(client):
    everyone = (await done(client.list_groups(q="Everyone")))[0]
    policy = await done(
        client.create_policy(
            models.OktaSignOnPolicy.from_dict(
                {
                    "type": "OKTA_SIGN_ON",
                    "name": "Contractors",
                    "description": "Sign on at work only",
                    "conditions": {"people": {"groups": {"include": [everyone.id]}}},
                }
            )
        )
    )
    assert (policy.status, policy.priority) == ("ACTIVE", 1), policy
    rule = await done(
        client.create_policy_rule(
            policy.id,
            models.OktaSignOnPolicyRule.from_dict(
                {
                    "type": "SIGN_ON",
                    "name": "Deny from elsewhere",
                    "conditions": {"network": {"connection": "ANYWHERE"}},
                    "actions": {"signon": {"access": "DENY", "requireFactor": False}},
                }
            ),
        )
    )
    assert rule.actions.signon.access == "DENY", rule
    await done(client.deactivate_policy_rule(policy.id, rule.id))
    assert (await done(client.get_policy_rule(policy.id, rule.id))).status == "INACTIVE"
    await done(client.delete_policy_rule(policy.id, rule.id))
    await done(client.deactivate_policy(policy.id))
    await done(client.delete_policy(policy.id))
    left = await done(client.list_policies(type="OKTA_SIGN_ON"))
    assert [one.system for one in left] == [True], left


async def default_policies(client):
    # The SDK cannot read what Okta has in others: a resourceType, a provider OKTA.
    for kind in ("PASSWORD", "MFA_ENROLL", "PROFILE_ENROLLMENT"):
        policies = await done(client.list_policies(type=kind))
        assert policies, kind
        for policy in policies:
            assert await done(client.list_policy_rules(policy.id)) is not None, policy


async def network_zones(client):
    body = {"type": "IP", "name": "Office", "gateways": [{"type": "CIDR", "value": "192.0.2.0/24"}]}
    zone = await done(client.create_network_zone(models.IPNetworkZone.from_dict(body)))
    assert (zone.status, zone.usage) == ("ACTIVE", "POLICY"), zone
    renamed = models.IPNetworkZone.from_dict({**body, "name": "Head office"})
    assert (await done(client.replace_network_zone(zone.id, renamed))).name == "Head office"
    zones = await everything(client.list_network_zones, limit=2)
    assert zone.id in [one.id for one in zones], zones
    assert (await done(client.deactivate_network_zone(zone.id))).status == "INACTIVE"
    await done(client.delete_network_zone(zone.id))
    assert await refused(client.get_network_zone(zone.id)) == (404, "E0000007")


async def trusted_origins(client):
    body = {"name": "Portal", "origin": "https://portal.example.com", "scopes": [{"type": "CORS"}]}
    origin = await done(client.create_trusted_origin(models.TrustedOriginWrite.from_dict(body)))
    assert (origin.status, origin.origin) == ("ACTIVE", body["origin"]), origin
    assert len(await done(client.list_trusted_origins(q="Portal"))) == 1
    await done(client.deactivate_trusted_origin(origin.id))
    await done(client.delete_trusted_origin(origin.id))
    assert await refused(client.get_trusted_origin(origin.id)) == (404, "E0000007")


STEPS = [
    totp_factors,
    question_factors,
    sms_factors,
    sign_on_policies,
    default_policies,
    network_zones,
    trusted_origins,
]
