package main

import "github.com/okta/okta-sdk-golang/v5/okta"

var appSteps = []step{
	{"bookmarks", bookmarks},
	{"SAML apps", samlApps},
	{"OIDC apps", oidcApps},
	{"apps are listed", appsAreListed},
	{"apps are assigned", appsAreAssigned},
}

type app = okta.ListApplications200ResponseInner

func bookmark(label string) app {
	return from[app](object{
		"name":       "bookmark",
		"label":      label,
		"signOnMode": "BOOKMARK",
		"settings":   object{"app": object{"requestIntegration": false, "url": "https://handbook.example.com"}},
	})
}

const saml = `{
	"label": "Payroll",
	"signOnMode": "SAML_2_0",
	"settings": {"signOn": {
		"ssoAcsUrl": "https://payroll.example.com/acs",
		"recipient": "https://payroll.example.com/acs",
		"destination": "https://payroll.example.com/acs",
		"audience": "https://payroll.example.com",
		"subjectNameIdTemplate": "${user.userName}",
		"subjectNameIdFormat": "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
		"responseSigned": true,
		"assertionSigned": true,
		"signatureAlgorithm": "RSA_SHA256",
		"digestAlgorithm": "SHA256",
		"honorForceAuthn": true,
		"authnContextClassRef": "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
		"requestCompressed": false,
		"allowMultipleAcsEndpoints": false,
		"attributeStatements": []
	}}
}`

const web = `{
	"name": "oidc_client",
	"label": "Shop",
	"signOnMode": "OPENID_CONNECT",
	"credentials": {"oauthClient": {"token_endpoint_auth_method": "client_secret_post"}},
	"settings": {"oauthClient": {
		"application_type": "web",
		"redirect_uris": ["https://shop.example.com/callback"],
		"response_types": ["code"],
		"grant_types": ["authorization_code"]
	}}
}`

// create gives the app and its id.
func (org *org) create(body app) (*app, string) {
	created := must(org.ApplicationAPI.CreateApplication(ctx).Application(body).Execute())
	return created, at(created, "id")
}

func bookmarks(org *org) {
	created, id := org.create(bookmark("Handbook"))
	expect(created.BookmarkApplication != nil, "another kind of app")
	expect(at(created, "status") == "ACTIVE" && at(created, "settings.app.url") == "https://handbook.example.com", id)
	renamed := must(org.ApplicationAPI.ReplaceApplication(ctx, id).Application(bookmark("The handbook")).Execute())
	expect(at(renamed, "label") == "The handbook", at(renamed, "label"))
	response, err := org.ApplicationAPI.DeleteApplication(ctx, id).Execute()
	refused(403, response, err)
	done(org.ApplicationAPI.DeactivateApplication(ctx, id).Execute())
	done(org.ApplicationAPI.DeleteApplication(ctx, id).Execute())
	_, response, err = org.ApplicationAPI.GetApplication(ctx, id).Execute()
	refused(404, response, err)
}

func samlApps(org *org) {
	created, id := org.create(from[app](saml))
	expect(created.SamlApplication != nil && at(created, "name") != "", "no name")
	keys := must(org.ApplicationCredentialsAPI.ListApplicationKeys(ctx, id).Execute())
	expect(len(keys) > 0 && keys[0].GetKty() == "RSA" && keys[0].GetKid() != "", "no key")
}

func oidcApps(org *org) {
	created, id := org.create(from[app](web))
	expect(created.OpenIdConnectApplication != nil, "another kind of app")
	expect(at(created, "credentials.oauthClient.client_id") == id, "no client id")
	expect(at(created, "credentials.oauthClient.client_secret") != "", "no secret")
}

func appsAreListed(org *org) {
	for _, label := range []string{"Tool 1", "Tool 2", "Tool 3"} {
		org.create(bookmark(label))
	}
	found := 0
	for _, listed := range everything(org.ApplicationAPI.ListApplications(ctx).Limit(2).Execute()) {
		if len(at(listed, "label")) == len("Tool 1") && at(listed, "label")[:5] == "Tool " {
			found++
		}
	}
	expect(found == 3, found)
	expect(len(everything(org.ApplicationAPI.ListApplications(ctx).Q("Tool").Limit(1).Execute())) == 3, "q")
}

func appsAreAssigned(org *org) {
	_, id := org.create(bookmark("Assigned"))
	direct, viaGroup, group := org.hire("Direct").GetId(), org.hire("Indirect").GetId(), org.group("App people").GetId()
	done(org.GroupAPI.AssignUserToGroup(ctx, group, viaGroup).Execute())
	request := from[okta.AppUserAssignRequest](object{"id": direct})
	assigned := must(org.ApplicationUsersAPI.AssignUserToApplication(ctx, id).AppUser(request).Execute())
	expect(assigned.GetScope() == "USER", assigned.GetScope())
	assignment := from[okta.ApplicationGroupAssignment](`{"priority":0}`)
	must(org.ApplicationGroupsAPI.AssignGroupToApplication(ctx, id, group).ApplicationGroupAssignment(assignment).Execute())
	indirect := must(org.ApplicationUsersAPI.GetApplicationUser(ctx, id, viaGroup).Execute())
	expect(indirect.GetScope() == "GROUP", indirect.GetScope())
	users := org.ApplicationUsersAPI.ListApplicationUsers(ctx, id).Limit(1)
	expect(len(everything(users.Execute())) == 2, "users")
	expect(len(must(org.ApplicationGroupsAPI.ListApplicationGroupAssignments(ctx, id).Execute())) == 1, "groups")
	done(org.ApplicationGroupsAPI.UnassignApplicationFromGroup(ctx, id, group).Execute())
	done(org.ApplicationUsersAPI.UnassignUserFromApplication(ctx, id, direct).Execute())
	expect(len(must(users.Execute())) == 0, "users")
}
