// A day of work with Okta's SDK for Go: `day URL TOKEN` prints a line of JSON for each step.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// step is a piece of work; it panics if the org does not answer as it should.
type step struct {
	name string
	run  func(*org)
}

func main() {
	day := [][]step{peopleSteps, appSteps, securitySteps, accessSteps}
	opened := open(os.Args[1], os.Args[2])
	failed := false
	for _, steps := range day {
		for _, step := range steps {
			failed = !report(step, opened) || failed
		}
	}
	if failed {
		os.Exit(1)
	}
}

func report(step step, org *org) bool {
	start := time.Now()
	problem := attempt(step, org)
	line := map[string]any{"step": step.name, "ms": time.Since(start).Milliseconds(), "ok": problem == ""}
	if problem != "" {
		line["error"] = problem
	}
	text, err := json.Marshal(line)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
	return problem == ""
}

func attempt(step step, org *org) (problem string) {
	defer func() {
		if reason := recover(); reason != nil {
			problem = fmt.Sprint(reason)
		}
	}()
	step.run(org)
	return ""
}
