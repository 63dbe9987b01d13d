package cli_test

import (
	"slices"
	"strings"
	"testing"
)

// crates is a lock file as Rust's package manager writes it.
const crates = `version = 4

[[package]]
name = "helix-core"
version = "25.1.0"
dependencies = ["serde", "toml 0.8.19", "unicode-width"]

[[package]]
name = "helix-loader"
version = "25.1.0"
dependencies = ["serde", "toml 0.5.11"]

[[package]]
name = "serde"
version = "1.0.217"
source = "registry+https://example.org/index"
checksum = "0a"
dependencies = ["serde_derive"]

[[package]]
name = "serde_derive"
version = "1.0.217"
source = "registry+https://example.org/index"
checksum = "0b"

[[package]]
name = "toml"
version = "0.5.11"
source = "registry+https://example.org/index"
checksum = "0c"

[[package]]
name = "toml"
version = "0.8.19"
source = "registry+https://example.org/index"
checksum = "0d"
dependencies = ["serde"]

[[package]]
name = "unicode-width"
version = "0.1.14"
source = "registry+https://example.org/index"
checksum = "0e"
`

// languages is an editor's table of languages and the servers that they use.
const languages = `[language-server.rust-analyzer]
command = "rust-analyzer"
[language-server.rust-analyzer.config]
inlayHints.maxLength = 25
[language-server.gopls]
command = "gopls"
[language-server.deno]
command = "deno"
args = ["lsp"]

[[language]]
name = "rust"
scope = "source.rust"
file-types = ["rs"]
comment-tokens = ["//", "///"]
language-servers = ["rust-analyzer"]
indent = { tab-width = 4, unit = "    " }
auto-format = true

[[language]]
name = "go"
scope = "source.go"
file-types = ["go"]
comment-tokens = ["//"]
language-servers = ["gopls"]
indent = { tab-width = 4, unit = "\t" }

[[language]]
name = "typescript"
scope = "source.ts"
file-types = ["ts", "mts"]
comment-tokens = ["//"]
language-servers = [{ name = "deno", except-features = ["format"] }]
indent = { tab-width = 2, unit = "  " }

[[language]]
name = "toml"
scope = "source.toml"
file-types = ["toml"]
comment-tokens = ["#"]
indent = { tab-width = 2, unit = "  " }
`

// team is a folder of one file an entity.
var team = map[string]string{
	"people/amina.toml":     "name = \"Amina Berrada\"\nteam = \"platform\"\njoined = 2021-03-01\n",
	"people/ben.toml":       "name = \"Ben Öztürk\"\nteam = \"platform\"\njoined = 2019-09-15\n",
	"people/chloe.toml":     "name = \"Chloé Martin\"\nteam = \"design\"\njoined = 2023-01-10\n",
	"projects/atlas.toml":   "name = \"Atlas\"\nstatus = \"active\"\nowner = \"amina\"\nmembers = [\"ben\", \"chloe\"]\nbudget = 12000\n",
	"projects/saffron.toml": "name = \"Saffron\"\nstatus = \"paused\"\nowner = \"chloe\"\nmembers = [\"ben\"]\nbudget = 800.5\n",
	"teams/platform.toml":   "name = \"Platform\"\nlead = \"ben\"\n",
	"teams/design.toml":     "name = \"Design\"\nlead = \"chloe\"\n",
}

// TestTheLanguageWorksOverWhatIsInferred asks of files without a manifest, by
// fields and relations that nobody declared.
func TestTheLanguageWorksOverWhatIsInferred(t *testing.T) {
	bases := map[string]string{
		"lock": write(t, "Cargo.lock", crates), "languages": write(t, "languages.toml", languages), "team": folder(t, team),
	}
	for _, tt := range []struct{ base, query, want string }{
		{"lock", "dependencies:serde", "helix-core helix-loader toml-0.8.19"},
		{"lock", "dependencies:toml", "helix-core helix-loader"},
		{"lock", `dependencies:"toml 0.5.11"`, "helix-loader"},
		{"lock", "dependencies.dependencies:serde_derive", "helix-core helix-loader toml-0.8.19"},
		{"lock", "version:>=1.0 has:source", "serde serde_derive"},
		{"lock", "version:<0.8", "toml-0.5.11 unicode-width"},
		{"lock", "no:source", "helix-core helix-loader"},
		{"lock", "no:dependencies -toml", "serde_derive unicode-width"},
		{"lock", "link:unicode-width", "helix-core"},
		{"languages", "language-servers:gopls", "go"},
		{"languages", "language-server:deno", "typescript"},
		{"languages", "language-servers.command:rust", "rust"},
		{"languages", "language-servers.args:lsp", "typescript"},
		{"languages", "indent.tab-width:4", "go rust"},
		{"languages", "has:indent no:language-servers", "toml"},
		{"languages", "auto-format:true", "rust"},
		{"languages", `kind:language comment-tokens:="//" -"///"`, "go typescript"},
		{"languages", "file-types:ts OR file-types:rs", "rust typescript"},
		{"languages", "has:config", "rust-analyzer"},
		{"languages", "config.inlayHints.maxLength:<30", "rust-analyzer"},
		{"team", "kind:people team:platform", "amina ben"},
		{"team", "team.lead:ben", "amina ben"},
		{"team", "owner.team:design", "saffron"},
		{"team", "members:chloe", "atlas"},
		{"team", "joined:<2020", "ben"},
		{"team", "joined:2021-03", "amina"},
		{"team", "budget:>1000 status:active", "atlas"},
		{"team", "ozturk", "atlas ben platform saffron"},
		{"team", "kind:projects owner.joined:2023-01..2023-12", "saffron"},
	} {
		got := run(t, "search", tt.query, "--kb", bases[tt.base], "--format", "csv")
		var keys []string
		for _, line := range strings.Split(strings.TrimSpace(got.out), "\n")[1:] {
			address, _, _ := strings.Cut(line, ",")
			_, key, _ := strings.Cut(address, "/")
			keys = append(keys, strings.ReplaceAll(key, " ", "-"))
		}
		slices.Sort(keys)
		if found := strings.Join(keys, " "); found != tt.want || got.err != "" {
			t.Errorf("%s in %s finds %q, want %q\n%s", tt.query, tt.base, found, tt.want, got.err)
		}
	}
}
