package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/okta/okta-sdk-golang/v5/okta"
)

var accessSteps = []step{
	{"authorization servers", authorizationServers},
	{"identity providers", identityProviders},
	{"event hooks", eventHooks},
	{"roles", roles},
	{"linked objects", linkedObjects},
	{"brands", brands},
	{"System Log", systemLog},
	{"access tokens", func(org *org) { actAsService(org, false) }},
	{"bound access tokens", func(org *org) { actAsService(org, true) }},
}

func authorizationServers(org *org) {
	server := must(org.AuthorizationServerAPI.CreateAuthorizationServer(ctx).
		AuthorizationServer(from[okta.AuthorizationServer](
			`{"name": "Shop", "description": "Of the shop", "audiences": ["https://shop.example.com"]}`)).Execute())
	id := server.GetId()
	expect(strings.HasSuffix(server.GetIssuer(), "/oauth2/"+id), server.GetIssuer())
	scope := must(org.AuthorizationServerScopesAPI.CreateOAuth2Scope(ctx, id).
		OAuth2Scope(from[okta.OAuth2Scope](`{"name": "orders:read", "consent": "IMPLICIT"}`)).Execute())
	expect(scope.GetName() == "orders:read", scope.GetName())
	must(org.AuthorizationServerClaimsAPI.CreateOAuth2Claim(ctx, id).OAuth2Claim(from[okta.OAuth2Claim](
		`{"name": "dept", "claimType": "RESOURCE", "valueType": "EXPRESSION", "value": "user.department"}`)).Execute())
	policy := must(org.AuthorizationServerPoliciesAPI.CreateAuthorizationServerPolicy(ctx, id).
		Policy(from[okta.AuthorizationServerPolicy](`{
			"type": "OAUTH_AUTHORIZATION_POLICY",
			"name": "Everybody",
			"description": "For all clients",
			"priority": 1,
			"conditions": {"clients": {"include": ["ALL_CLIENTS"]}}
		}`)).Execute())
	rule := must(org.AuthorizationServerRulesAPI.CreateAuthorizationServerPolicyRule(ctx, id, at(policy, "id")).
		PolicyRule(from[okta.AuthorizationServerPolicyRule](`{
			"type": "RESOURCE_ACCESS",
			"name": "Machines",
			"priority": 1,
			"conditions": {
				"people": {"groups": {"include": ["EVERYONE"]}},
				"grantTypes": {"include": ["client_credentials"]},
				"scopes": {"include": ["*"]}
			},
			"actions": {"token": {"accessTokenLifetimeMinutes": 30}}
		}`)).Execute())
	expect(at(rule, "actions.token.accessTokenLifetimeMinutes") == "30", at(rule, "actions"))
	done(org.AuthorizationServerAPI.DeactivateAuthorizationServer(ctx, id).Execute())
	done(org.AuthorizationServerAPI.DeleteAuthorizationServer(ctx, id).Execute())
	_, response, err := org.AuthorizationServerAPI.GetAuthorizationServer(ctx, id).Execute()
	refused(404, response, err)
}

func identityProviders(org *org) {
	idp := must(org.IdentityProviderAPI.CreateIdentityProvider(ctx).IdentityProvider(from[okta.IdentityProvider](`{
		"type": "GOOGLE",
		"name": "Google",
		"protocol": {
			"type": "OAUTH2",
			"scopes": ["profile", "email", "openid"],
			"credentials": {"client": {"client_id": "client", "client_secret": "secret"}}
		},
		"policy": {
			"accountLink": {"action": "AUTO"},
			"provisioning": {"action": "AUTO", "groups": {"action": "NONE"}},
			"subject": {"userNameTemplate": {"template": "idpuser.email"}, "matchType": "USERNAME"},
			"maxClockSkew": 0
		}
	}`)).Execute())
	expect(idp.GetStatus() == "ACTIVE", idp.GetStatus())
	must(org.IdentityProviderAPI.DeactivateIdentityProvider(ctx, idp.GetId()).Execute())
	done(org.IdentityProviderAPI.DeleteIdentityProvider(ctx, idp.GetId()).Execute())
	_, response, err := org.IdentityProviderAPI.GetIdentityProvider(ctx, idp.GetId()).Execute()
	refused(404, response, err)
}

func eventHooks(org *org) {
	hook := must(org.EventHookAPI.CreateEventHook(ctx).EventHook(from[okta.EventHook](`{
		"name": "Audit",
		"events": {"type": "EVENT_TYPE", "items": ["user.lifecycle.create"]},
		"channel": {
			"type": "HTTP",
			"version": "1.0.0",
			"config": {
				"uri": "https://audit.example.com/hook",
				"authScheme": {"type": "HEADER", "key": "Authorization", "value": "top-secret"}
			}
		}
	}`)).Execute())
	expect(hook.GetVerificationStatus() == "UNVERIFIED", hook.GetVerificationStatus())
	expect(at(hook, "channel.config.authScheme.value") != "top-secret", "tells the secret")
	must(org.EventHookAPI.DeactivateEventHook(ctx, hook.GetId()).Execute())
	done(org.EventHookAPI.DeleteEventHook(ctx, hook.GetId()).Execute())
	_, response, err := org.EventHookAPI.GetEventHook(ctx, hook.GetId()).Execute()
	refused(404, response, err)
}

func roles(org *org) {
	user := org.hire("Admin").GetId()
	assign := org.RoleAssignmentAPI.AssignRoleToUser(ctx, user).
		AssignRoleRequest(from[okta.AssignRoleRequest](`{"type": "HELP_DESK_ADMIN"}`))
	role := must(assign.Execute())
	expect(role.GetType() == "HELP_DESK_ADMIN", role.GetType())
	_, response, err := assign.Execute()
	refused(409, response, err)
	done(org.RoleAssignmentAPI.UnassignRoleFromUser(ctx, user, role.GetId()).Execute())
	expect(len(must(org.RoleAssignmentAPI.ListAssignedRolesForUser(ctx, user).Execute())) == 0, "roles are left")
}

func linkedObjects(org *org) {
	must(org.LinkedObjectAPI.CreateLinkedObjectDefinition(ctx).LinkedObject(from[okta.LinkedObject](`{
		"primary": {"name": "manager", "title": "Manager", "type": "USER"},
		"associated": {"name": "subordinate", "title": "Subordinate", "type": "USER"}
	}`)).Execute())
	boss, worker := org.hire("Boss").GetId(), org.hire("Worker").GetId()
	done(org.UserAPI.ReplaceLinkedObjectForUser(ctx, worker, "manager", boss).Execute())
	expect(len(must(org.UserAPI.ListLinkedObjectsForUser(ctx, worker, "manager").Execute())) == 1, "no manager")
	expect(len(must(org.UserAPI.ListLinkedObjectsForUser(ctx, boss, "subordinate").Execute())) == 1, "no subordinate")
	done(org.UserAPI.DeleteLinkedObjectForUser(ctx, worker, "manager").Execute())
	expect(len(must(org.UserAPI.ListLinkedObjectsForUser(ctx, worker, "manager").Execute())) == 0, "manager is left")
	done(org.LinkedObjectAPI.DeleteLinkedObjectDefinition(ctx, "manager").Execute())
}

func brands(org *org) {
	body := from[okta.CreateBrandRequest](`{"name": "Second"}`)
	brand := must(org.BrandsAPI.CreateBrand(ctx).CreateBrandRequest(body).Execute())
	for _, listed := range must(org.BrandsAPI.ListBrands(ctx).Execute()) {
		if listed.GetIsDefault() {
			response, err := org.BrandsAPI.DeleteBrand(ctx, listed.GetId()).Execute()
			refused(409, response, err)
		}
	}
	done(org.BrandsAPI.DeleteBrand(ctx, brand.GetId()).Execute())
}

func systemLog(org *org) {
	user := org.hire("Logged").GetId()
	done(org.UserAPI.SuspendUser(ctx, user).Execute())
	list := org.SystemLogAPI.ListLogEvents(ctx).Filter(fmt.Sprintf("target.id eq %q", user)).Limit(2)
	kinds := ""
	for _, event := range everything(list.Since(time.Now().Add(-time.Hour)).Until(time.Now().Add(time.Minute)).Execute()) {
		kinds += event.GetEventType() + " "
	}
	expect(strings.Contains(kinds, "user.lifecycle.create") && strings.Contains(kinds, "user.lifecycle.suspend"), kinds)
}

// service makes a client that acts by access tokens as a service app.
func (org *org) service(dpop bool, scopes ...string) *okta.APIClient {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	done(nil, err)
	kid := fmt.Sprintf("key-%t", dpop)
	encode := base64.RawURLEncoding.EncodeToString
	_, id := org.create(from[app](object{
		"name":        "oidc_client",
		"label":       fmt.Sprintf("Service, DPoP %t", dpop),
		"signOnMode":  "OPENID_CONNECT",
		"credentials": object{"oauthClient": object{"token_endpoint_auth_method": "private_key_jwt"}},
		"settings": object{"oauthClient": object{
			"application_type":         "service",
			"grant_types":              []string{"client_credentials"},
			"response_types":           []string{"token"},
			"dpop_bound_access_tokens": dpop,
			"jwks": object{"keys": []object{{
				"kty": "RSA",
				"kid": kid,
				"use": "sig",
				"n":   encode(key.N.Bytes()),
				"e":   encode(big.NewInt(int64(key.E)).Bytes()),
			}}},
		}},
	}))
	for _, scope := range scopes {
		grant := from[okta.OAuth2ScopeConsentGrant](object{"issuer": org.url, "scopeId": scope})
		must(org.ApplicationGrantsAPI.GrantConsentToScope(ctx, id).OAuth2ScopeConsentGrant(grant).Execute())
	}
	standard := from[okta.StandardRoleAssignmentSchema](`{"type": "SUPER_ADMIN"}`)
	role := okta.AssignRoleToClientRequest{StandardRoleAssignmentSchema: &standard}
	must(org.RoleAssignmentAPI.AssignRoleToClient(ctx, id).AssignRoleToClientRequest(role).Execute())
	block := pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)})
	return org.connect(okta.WithAuthorizationMode("PrivateKey"), okta.WithClientId(id), okta.WithScopes(scopes),
		okta.WithPrivateKey(string(block)), okta.WithPrivateKeyId(kid))
}

func actAsService(opened *org, dpop bool) {
	service := &org{APIClient: opened.service(dpop, "okta.users.manage", "okta.groups.read"), people: opened.people}
	expect(service.status(service.hire("Service").GetId()) == "ACTIVE", "not active")
	expect(len(must(service.GroupAPI.ListGroups(ctx).Q("Everyone").Execute())) == 1, "groups")
	group := from[okta.Group](`{"profile": {"name": "Beyond the scope"}}`)
	_, response, err := service.GroupAPI.CreateGroup(ctx).Group(group).Execute()
	refused(403, response, err)
}
