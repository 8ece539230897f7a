package main

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/okta/okta-sdk-golang/v5/okta"
)

var securitySteps = []step{
	{"TOTP factors", totpFactors},
	{"question factors", questionFactors},
	{"SMS factors", smsFactors},
	{"sign-on policies", signOnPolicies},
	{"default policies", defaultPolicies},
	{"network zones", networkZones},
	{"trusted origins", trustedOrigins},
}

// passCode is what an authenticator app shows. Source: RFC 6238
func passCode(secret string, stepsAhead int64) string {
	key, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secret)
	done(nil, err)
	var counter [8]byte
	binary.BigEndian.PutUint64(counter[:], uint64(time.Now().Unix()/30+stepsAhead))
	code := hmac.New(sha1.New, key)
	code.Write(counter[:])
	digest := code.Sum(nil)
	offset := digest[len(digest)-1] & 0xf
	return fmt.Sprintf("%06d", binary.BigEndian.Uint32(digest[offset:])&0x7fffffff%1_000_000)
}

// enroll gives the factor and the ids of the user and of the factor.
func (org *org) enroll(firstName string, body object) (*okta.ListFactors200ResponseInner, string, string) {
	user := org.hire(firstName).GetId()
	enroll := org.UserFactorAPI.EnrollFactor(ctx, user).Body(from[okta.ListFactors200ResponseInner](body))
	factor := must(enroll.Execute())
	return factor, user, at(factor, "id")
}

func totpFactors(org *org) {
	factor, user, id := org.enroll("Totp", object{"factorType": "token:software:totp", "provider": "GOOGLE"})
	expect(at(factor, "status") == "PENDING_ACTIVATION", at(factor, "status"))
	secret := at(factor, "_embedded.activation.sharedSecret")
	activate := org.UserFactorAPI.ActivateFactor(ctx, user, id)
	_, response, err := activate.Body(object{"passCode": "000000"}).Execute()
	refused(403, response, err)
	active := must(activate.Body(object{"passCode": passCode(secret, 0)}).Execute())
	expect(at(active, "status") == "ACTIVE", at(active, "status"))
	verify := org.UserFactorAPI.VerifyFactor(ctx, user, id).Body(object{"passCode": passCode(secret, 1)})
	verified := must(verify.Execute())
	expect(verified.GetFactorResult() == "SUCCESS", verified.GetFactorResult())
	done(org.UserFactorAPI.UnenrollFactor(ctx, user, id).Execute())
	expect(len(must(org.UserFactorAPI.ListFactors(ctx, user).Execute())) == 0, "factors are left")
}

func questionFactors(org *org) {
	profile := object{"question": "disliked_food", "answer": "mayonnaise"}
	factor, user, id := org.enroll("Question", object{"factorType": "question", "provider": "OKTA", "profile": profile})
	expect(at(factor, "status") == "ACTIVE", at(factor, "status"))
	verify := org.UserFactorAPI.VerifyFactor(ctx, user, id)
	_, response, err := verify.Body(object{"answer": "ketchup"}).Execute()
	refused(403, response, err)
	verified := must(verify.Body(object{"answer": "mayonnaise"}).Execute())
	expect(verified.GetFactorResult() == "SUCCESS", verified.GetFactorResult())
}

func smsFactors(org *org) {
	profile := object{"phoneNumber": "+1-555-415-1337"}
	factor, user, _ := org.enroll("Sms", object{"factorType": "sms", "provider": "OKTA", "profile": profile})
	expect(at(factor, "status") == "PENDING_ACTIVATION", at(factor, "status"))
	done(org.UserAPI.ResetFactors(ctx, user).Execute())
	expect(len(must(org.UserFactorAPI.ListFactors(ctx, user).Execute())) == 0, "factors are left")
}

func signOnPolicies(org *org) {
	everyone := must(org.GroupAPI.ListGroups(ctx).Q("Everyone").Execute())[0].GetId()
	policy := must(org.PolicyAPI.CreatePolicy(ctx).Policy(from[okta.ListPolicies200ResponseInner](object{
		"type":        "OKTA_SIGN_ON",
		"name":        "Contractors",
		"description": "Sign on at work only",
		"conditions":  object{"people": object{"groups": object{"include": []string{everyone}}}},
	})).Execute())
	id := at(policy, "id")
	expect(at(policy, "status") == "ACTIVE" && at(policy, "priority") == "1", at(policy, "priority"))
	rule := must(org.PolicyAPI.CreatePolicyRule(ctx, id).PolicyRule(from[okta.ListPolicyRules200ResponseInner](`{
		"type": "SIGN_ON",
		"name": "Deny from elsewhere",
		"conditions": {"network": {"connection": "ANYWHERE"}},
		"actions": {"signon": {"access": "DENY", "requireFactor": false}}
	}`)).Execute())
	ruleID := at(rule, "id")
	expect(at(rule, "actions.signon.access") == "DENY", at(rule, "actions"))
	done(org.PolicyAPI.DeactivatePolicyRule(ctx, id, ruleID).Execute())
	rule = must(org.PolicyAPI.GetPolicyRule(ctx, id, ruleID).Execute())
	expect(at(rule, "status") == "INACTIVE", at(rule, "status"))
	done(org.PolicyAPI.DeletePolicyRule(ctx, id, ruleID).Execute())
	done(org.PolicyAPI.DeactivatePolicy(ctx, id).Execute())
	done(org.PolicyAPI.DeletePolicy(ctx, id).Execute())
	left := must(org.PolicyAPI.ListPolicies(ctx).Type_("OKTA_SIGN_ON").Execute())
	expect(len(left) == 1 && at(left[0], "system") == "true", len(left))
}

func defaultPolicies(org *org) {
	// Not ACCESS_POLICY: the SDK cannot read the resourceType that Okta embeds in these.
	for _, kind := range []string{"PASSWORD", "MFA_ENROLL", "PROFILE_ENROLLMENT", "IDP_DISCOVERY"} {
		policies := must(org.PolicyAPI.ListPolicies(ctx).Type_(kind).Execute())
		expect(len(policies) > 0, kind)
		must(org.PolicyAPI.ListPolicyRules(ctx, at(policies[0], "id")).Execute())
	}
}

func networkZones(org *org) {
	zone := func(name string) okta.ListNetworkZones200ResponseInner {
		gateways := []object{{"type": "CIDR", "value": "192.0.2.0/24"}}
		return from[okta.ListNetworkZones200ResponseInner](object{"type": "IP", "name": name, "gateways": gateways})
	}
	created := must(org.NetworkZoneAPI.CreateNetworkZone(ctx).Zone(zone("Office")).Execute())
	id := at(created, "id")
	expect(at(created, "status") == "ACTIVE" && at(created, "usage") == "POLICY", at(created, "usage"))
	renamed := must(org.NetworkZoneAPI.ReplaceNetworkZone(ctx, id).Zone(zone("Head office")).Execute())
	expect(at(renamed, "name") == "Head office", at(renamed, "name"))
	expect(len(everything(org.NetworkZoneAPI.ListNetworkZones(ctx).Limit(2).Execute())) > 0, "no zones")
	must(org.NetworkZoneAPI.DeactivateNetworkZone(ctx, id).Execute())
	done(org.NetworkZoneAPI.DeleteNetworkZone(ctx, id).Execute())
	_, response, err := org.NetworkZoneAPI.GetNetworkZone(ctx, id).Execute()
	refused(404, response, err)
}

func trustedOrigins(org *org) {
	origin := `{"name": "Portal", "origin": "https://portal.example.com", "scopes": [{"type": "CORS"}]}`
	create := org.TrustedOriginAPI.CreateTrustedOrigin(ctx).TrustedOrigin(from[okta.TrustedOriginWrite](origin))
	id := must(create.Execute()).GetId()
	expect(len(must(org.TrustedOriginAPI.ListTrustedOrigins(ctx).Q("Portal").Execute())) == 1, "q")
	must(org.TrustedOriginAPI.DeactivateTrustedOrigin(ctx, id).Execute())
	done(org.TrustedOriginAPI.DeleteTrustedOrigin(ctx, id).Execute())
	_, response, err := org.TrustedOriginAPI.GetTrustedOrigin(ctx, id).Execute()
	refused(404, response, err)
}
