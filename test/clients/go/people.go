package main

import (
	"strings"

	"github.com/okta/okta-sdk-golang/v5/okta"
)

var peopleSteps = []step{
	{"users live and leave", usersLiveAndLeave},
	{"users are suspended", usersAreSuspended},
	{"users are updated", usersAreUpdated},
	{"users are found", usersAreFound},
	{"passwords are changed", passwordsAreChanged},
	{"logins are unique", loginsAreUnique},
	{"groups have members", groupsHaveMembers},
	{"group rules fire", groupRulesFire},
}

func usersLiveAndLeave(org *org) {
	body := from[okta.CreateUserRequest](object{"profile": org.profile("Ada")})
	user := must(org.UserAPI.CreateUser(ctx).Body(body).Activate(false).Execute())
	expect(user.GetStatus() == "STAGED" && user.Activated.Get() == nil, at(user, "status"))
	activation := must(org.UserAPI.ActivateUser(ctx, user.GetId()).SendEmail(false).Execute())
	expect(activation.GetActivationToken() != "", "no token")
	expect(org.status(user.GetId()) == "PROVISIONED", org.status(user.GetId()))
	done(org.UserAPI.DeactivateUser(ctx, user.GetId()).Execute())
	expect(org.status(user.GetId()) == "DEPROVISIONED", org.status(user.GetId()))
	done(org.UserAPI.DeleteUser(ctx, user.GetId()).Execute())
	_, response, err := org.UserAPI.GetUser(ctx, user.GetId()).Execute()
	refused(404, response, err)
}

func usersAreSuspended(org *org) {
	user := org.hire("Sue")
	done(org.UserAPI.SuspendUser(ctx, user.GetId()).Execute())
	expect(org.status(user.GetId()) == "SUSPENDED", org.status(user.GetId()))
	done(org.UserAPI.UnsuspendUser(ctx, user.GetId()).Execute())
	login := at(user, "profile.login")
	expect(org.status(login) == "ACTIVE", org.status(login))
}

func usersAreUpdated(org *org) {
	user := org.hire("Hedy", "nickName", "H", "city", "Vienna")
	update := from[okta.UpdateUserRequest](`{"profile":{"nickName":"Hed"}}`)
	updated := must(org.UserAPI.UpdateUser(ctx, user.GetId()).User(update).Execute())
	expect(at(updated, "profile.nickName") == "Hed" && at(updated, "profile.city") == "Vienna", at(updated, "profile"))
	whole := from[okta.User](object{"profile": org.profile("Hedy", "title", "Inventor")})
	replaced := must(org.UserAPI.ReplaceUser(ctx, user.GetId()).User(whole).Execute())
	expect(at(replaced, "profile.title") == "Inventor" && at(replaced, "profile.city") == "", at(replaced, "profile"))
}

func usersAreFound(org *org) {
	for _, nickName := range []string{"c", "a", "b"} {
		org.hire("Paging", "nickName", nickName, "department", "Pages")
	}
	search := org.UserAPI.ListUsers(ctx).Search(`profile.department eq "pages"`).SortBy("profile.nickName").Limit(2)
	names := ""
	for _, user := range everything(search.Execute()) {
		names += at(user, "profile.nickName")
	}
	expect(names == "abc", names)
	expect(len(must(org.UserAPI.ListUsers(ctx).Q("pagi").Execute())) == 3, "q")
	filter := org.UserAPI.ListUsers(ctx).Filter(`profile.firstName eq "Paging"`)
	expect(len(must(filter.Execute())) == 3, "filter")
	_, response, err := org.UserAPI.ListUsers(ctx).Search("nonsense").Execute()
	refused(400, response, err)
}

func passwordsAreChanged(org *org) {
	id := org.hire("Pascal").Id
	change := object{"oldPassword": object{"value": "wrong"}, "newPassword": object{"value": "An0therG00dOne"}}
	send := func() (*okta.UserCredentials, *okta.APIResponse, error) {
		body := from[okta.ChangePasswordRequest](change)
		return org.UserAPI.ChangePassword(ctx, *id).ChangePasswordRequest(body).Execute()
	}
	_, response, err := send()
	refused(403, response, err)
	change["oldPassword"] = object{"value": password}
	must(send())
	token := must(org.UserAPI.GenerateResetPasswordToken(ctx, *id).SendEmail(false).Execute())
	expect(strings.Contains(token.GetResetPasswordUrl(), "/reset_password/"), token.GetResetPasswordUrl())
	expect(org.status(*id) == "RECOVERY", org.status(*id))
}

func loginsAreUnique(org *org) {
	create := org.UserAPI.CreateUser(ctx).Body(from[okta.CreateUserRequest](object{"profile": org.profile("Twin")}))
	must(create.Execute())
	_, response, err := create.Execute()
	refused(400, response, err)
}

func groupsHaveMembers(org *org) {
	group := org.group("Crew")
	users := []*okta.User{org.hire("Crew"), org.hire("Crew"), org.hire("Crew")}
	for _, user := range users {
		done(org.GroupAPI.AssignUserToGroup(ctx, group.GetId(), user.GetId()).Execute())
	}
	members := org.GroupAPI.ListGroupUsers(ctx, group.GetId()).Limit(2)
	expect(len(everything(members.Execute())) == 3, "members")
	done(org.GroupAPI.UnassignUserFromGroup(ctx, group.GetId(), users[0].GetId()).Execute())
	expect(len(everything(members.Execute())) == 2, "members")
	renamed := from[okta.Group](`{"profile":{"name":"Crew A","description":"All"}}`)
	replaced := must(org.GroupAPI.ReplaceGroup(ctx, group.GetId()).Group(renamed).Execute())
	expect(at(replaced, "profile.description") == "All", at(replaced, "profile"))
	done(org.GroupAPI.DeleteGroup(ctx, group.GetId()).Execute())
	_, response, err := org.GroupAPI.GetGroup(ctx, group.GetId()).Execute()
	refused(404, response, err)
}

func groupRulesFire(org *org) {
	group, user := org.group("Berliners"), org.hire("Bert", "city", "Berlin")
	body := from[okta.GroupRule](object{
		"type": "group_rule",
		"name": "Live in Berlin",
		"conditions": object{
			"expression": object{"value": `user.city=="Berlin"`, "type": "urn:okta:expression:1.0"},
		},
		"actions": object{"assignUserToGroups": object{"groupIds": []string{group.GetId()}}},
	})
	rule := must(org.GroupAPI.CreateGroupRule(ctx).GroupRule(body).Execute())
	expect(rule.GetStatus() == "INACTIVE", rule.GetStatus())
	done(org.GroupAPI.ActivateGroupRule(ctx, rule.GetId()).Execute())
	members := must(org.GroupAPI.ListGroupUsers(ctx, group.GetId()).Execute())
	expect(len(members) == 1 && at(members[0], "id") == user.GetId(), "members")
	done(org.GroupAPI.DeactivateGroupRule(ctx, rule.GetId()).Execute())
	done(org.GroupAPI.DeleteGroupRule(ctx, rule.GetId()).Execute())
	_, response, err := org.GroupAPI.GetGroupRule(ctx, rule.GetId()).Execute()
	refused(404, response, err)
}
