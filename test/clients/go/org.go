package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"strings"

	"github.com/okta/okta-sdk-golang/v5/okta"
)

const password = "Tr0ub4dour&3"

// org is an org and a client of it.
type org struct {
	*okta.APIClient
	url    string
	dial   dialer
	people *int
}

var ctx = context.Background()

// dialer is where connections go, whatever address is asked for.
type dialer = func(ctx context.Context, network, address string) (net.Conn, error)

// open tells the SDK an address without port, as it loses ports.
func open(address, token string) *org {
	host, _, err := net.SplitHostPort(strings.TrimPrefix(address, "http://"))
	done(nil, err)
	org := &org{people: new(int), url: "http://" + host, dial: always(strings.TrimPrefix(address, "http://"))}
	org.APIClient = org.connect(okta.WithToken(token))
	return org
}

// connect makes a client that takes plain http and asks the org each time.
func (org *org) connect(settings ...okta.ConfigSetter) *okta.APIClient {
	own := []okta.ConfigSetter{
		okta.WithOrgUrl(org.url),
		okta.WithTestingDisableHttpsCheck(true),
		okta.WithCache(false),
		okta.WithHttpClientPtr(&http.Client{Transport: &http.Transport{DialContext: org.dial}}),
	}
	configuration, err := okta.NewConfiguration(append(own, settings...)...)
	if err != nil {
		panic(err)
	}
	return okta.NewAPIClient(configuration)
}

func always(address string) dialer {
	return func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, address)
	}
}

// must gives the value of a call that is to succeed.
func must[T any](value T, _ *okta.APIResponse, err error) T {
	done(nil, err)
	return value
}

// done is for calls that answer without a value.
func done(_ *okta.APIResponse, err error) {
	if err == nil {
		return
	}
	var answered *okta.GenericOpenAPIError
	if errors.As(err, &answered) {
		panic(fmt.Sprintf("%s: %s %s", place(), err, answered.Body()))
	}
	panic(fmt.Sprintf("%s: %s", place(), err))
}

// everything gives the items of a list, page by page to the end.
func everything[T any](page []T, response *okta.APIResponse, err error) []T {
	done(nil, err)
	items := page
	for response.HasNextPage() {
		var next []T
		response, err = response.Next(&next)
		done(nil, err)
		items = append(items, next...)
	}
	return items
}

// refused checks the status of a call that the org is to refuse.
func refused(status int, response *okta.APIResponse, err error) {
	expect(err != nil, "not refused")
	expect(response != nil && response.StatusCode == status, "refused otherwise: ", err)
}

func expect(holds bool, found ...any) {
	if !holds {
		panic(place() + ": " + fmt.Sprint(found...))
	}
}

// place is the line of a step that led here.
func place() string {
	for depth := 1; ; depth++ {
		_, file, line, ok := runtime.Caller(depth)
		if !ok || !strings.HasSuffix(file, "org.go") {
			return fmt.Sprintf("%s:%d", file[strings.LastIndex(file, "/")+1:], line)
		}
	}
}

// from reads a model out of what goes over the wire.
func from[T any](wire any) (model T) {
	text, ok := wire.(string)
	if !ok {
		bytes, err := json.Marshal(wire)
		done(nil, err)
		text = string(bytes)
	}
	done(nil, json.Unmarshal([]byte(text), &model))
	return model
}

// at gives a member of a model by its path on the wire, as text; empty if there is none.
func at(model any, path string) string {
	value := from[any](model)
	for _, name := range strings.Split(path, ".") {
		object, ok := value.(map[string]any)
		if !ok {
			return ""
		}
		value = object[name]
	}
	if value == nil {
		return ""
	}
	return fmt.Sprint(value)
}

type object = map[string]any

// profile is one that nobody else has; more names and values may follow the first name.
func (org *org) profile(firstName string, more ...string) object {
	*org.people++
	login := fmt.Sprintf("%s.%d@example.com", strings.ToLower(firstName), *org.people)
	profile := object{"login": login, "email": login, "firstName": firstName, "lastName": "Example"}
	for i := 0; i < len(more); i += 2 {
		profile[more[i]] = more[i+1]
	}
	return profile
}

// hire makes an active user.
func (org *org) hire(firstName string, more ...string) *okta.User {
	body := object{
		"profile":     org.profile(firstName, more...),
		"credentials": object{"password": object{"value": password}},
	}
	return must(org.UserAPI.CreateUser(ctx).Body(from[okta.CreateUserRequest](body)).Execute())
}

func (org *org) group(name string) *okta.Group {
	body := from[okta.Group](object{"profile": object{"name": name}})
	return must(org.GroupAPI.CreateGroup(ctx).Group(body).Execute())
}

func (org *org) status(userID string) string {
	return must(org.UserAPI.GetUser(ctx, userID).Execute()).GetStatus()
}
