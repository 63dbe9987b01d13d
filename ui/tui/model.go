package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"rihla/model/change"
	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/search"
	"rihla/model/tune"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/command"
	"rihla/ui/tui/lastplace"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/browse"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Model is the root of the explorer.
type Model struct {
	ctx     context.Context
	options Options
	display
	lang string
	day  present.Day // the reference day; unknown is today

	loading    *loading
	failed     error
	edition    *edition // the shown edition of a shared base, or nil
	gc         tune.GC
	last       lastplace.Place // where the knowledge base was left before
	isLastSaid bool            // it was said
	leftAt     lastplace.Place // where it is left now
	saved      string          // the notice of what was written, for when it has been read again
	// wereLinks are the fields that were relations when they were read before.
	wereLinks []check.Field

	live     live
	altering altering
	changes  *change.Changes // that were told, until it is known whether there are errors; or nil

	reading
	marks   page.Marks
	history history
	dialogs dialogs
	clicked click
	runs    []*command.Run // of user commands, the latest last
	notice  notice
	refused map[refusal]bool // the keys without a meaning that were told
}

// display is the terminal: its size and its looks.
type display struct {
	width, height int
	layout        layout
	theme         *theme.Theme
	profile       colorprofile.Profile
	isDark        bool
	worn          string  // the name of the active skin
	hasMouse      bool    // the explorer gets the mouse, not the terminal
	device        *device // nil where another terminal than the process's own is used
	began         time.Time
	hasAnswered   bool // the terminal answers to questions
}

// reading is a knowledge base as it was read last, and the pages that show it.
type reading struct {
	kb     *kb.KB // nil until the first is there
	voice  present.Voice
	index  *search.Index
	linked []*kb.Entity // those that are linked most
	errors int
	found  *page.Checked // what is wrong with what is shown; nil until it is known

	vanished string // the label of the tab that was shown before and is gone
	instead  string // says that the entity that was shown before is gone, and what is shown instead

	home  *browse.Page
	pages map[pageID]page.Page // every page but home
	front front
}

func newModel(ctx context.Context, o Options) *Model {
	m := &Model{ctx: ctx, options: o, lang: o.Lang, day: o.Day, refused: make(map[refusal]bool)}
	m.display = display{isDark: o.Background != Light, hasMouse: !o.HasNoMouse, profile: colorprofile.TrueColor}
	m.notice.text, m.worn = safe.Line(o.Notice), o.Skin
	if o.NoColor {
		m.profile = colorprofile.ASCII
	}
	m.theme = m.newTheme()
	if !m.isGuest() {
		m.gc.Set(gcStartup)
	}
	m.live.begin(ctx, &m.options)
	m.loading = start(ctx, m.options, false, nil, nil, &m.live.urgent)
	return m
}

// forModel is a message that has something done with the model.
type forModel struct{ do func(*Model) tea.Cmd }

// Init asks the terminal for its background and waits for what is being read.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.loading.wait(), m.readLast(), m.live.next(m.ctx))
}

// Update sends a message to what it is for.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		cmd = m.resize(msg.Width, msg.Height)
	case tea.KeyboardEnhancementsMsg:
		m.hasAnswered = true
	case tea.BackgroundColorMsg:
		m.hasAnswered = true
		if m.options.Background == 0 {
			m.setTheme(msg.IsDark(), m.profile)
		}
	case tea.ColorProfileMsg:
		m.setTheme(m.isDark, msg.Profile)
	case outlined:
		cmd = m.handleOutlined(msg)
	case lastRead:
		m.last = msg.at
		cmd = tea.Batch(m.offerLast(), m.announceLast())
	case loaded:
		cmd = m.handleLoaded(msg)
	case wholeDue:
		cmd = m.handleWholeDue(msg)
	case changed:
		cmd = m.handleChanged(msg)
	case doubtEnded:
		cmd = m.handleDoubtEnded(msg)
	case patienceEnded:
		cmd = m.handlePatience(msg)
	case work.Done:
		cmd = msg.Settle()
	case forModel:
		cmd = msg.do(m)
	case noticeEnded:
		m.notice.end(msg)
	case clickEnded:
		m.clicked.end(msg)
	case tea.KeyPressMsg:
		cmd = m.handleKey(msg)
	case tea.PasteMsg:
		cmd = m.handlePaste(msg)
	case tea.MouseClickMsg:
		cmd = m.handleClick(msg.Mouse())
	case tea.MouseMotionMsg:
		m.handleDrag(msg.Mouse())
	case tea.MouseWheelMsg:
		cmd = m.handleWheel(msg.Mouse())
	}
	m.see()
	if m.live.parked != nil && m.canShow() {
		cmd = tea.Batch(cmd, m.showParked())
	}
	if m.kb != nil && m.isHome() {
		cmd = tea.Batch(cmd, m.home.AddUp())
	}
	return m, cmd
}

func (m *Model) words() *words.Language { return words.For(m.lang) }

func (m *Model) resize(width, height int) tea.Cmd {
	width, height = clamp(width, height)
	m.width, m.height, m.layout = width, height, layoutFor(width, height)
	return m.fit()
}

// fit gives the pages that may be seen their sizes; others get theirs when they
// are shown.
func (m *Model) fit() tea.Cmd {
	if m.kb == nil {
		return nil
	}
	body := m.layout.Body
	cmd := m.home.SetSize(body.W, body.H)
	if m.isHome() {
		return cmd
	}
	return tea.Batch(cmd, m.front.SetSize(body.W, body.H))
}

func (m *Model) setTheme(isDark bool, profile colorprofile.Profile) {
	if m.options.NoColor {
		profile = colorprofile.ASCII
	}
	if isDark != m.isDark || profile != m.profile {
		m.isDark, m.profile = isDark, profile
		m.theme = m.newTheme()
	}
}

// newVoice returns the voice of a knowledge base, on the day that is asked for.
func (m *Model) newVoice(k *kb.KB) present.Voice {
	v := present.NewVoice(k, m.lang)
	v.News, v.Configured = &m.live.news, m.options.Columns
	v.Day, v.Today = m.options.Today, m.options.Today
	if m.day.IsKnown() {
		v.Day = m.day
	}
	return v
}

// setLanguage says everything in another language.
func (m *Model) setLanguage(lang string) tea.Cmd {
	m.lang = lang
	return m.renewVoice()
}

// renewVoice shows everything in the language and on the reference day that are set.
func (m *Model) renewVoice() tea.Cmd {
	found := m.voice.Found
	m.voice = m.newVoice(m.kb)
	m.voice.Found = found
	cmds := []tea.Cmd{m.home.SetVoice(m.voice)}
	for _, p := range m.pages {
		cmds = append(cmds, p.SetVoice(m.voice))
	}
	cmds = append(cmds, m.offerLast())
	return tea.Batch(cmds...)
}

// tell gives news to all pages.
func (m *Model) tell(news page.Intent) tea.Cmd {
	cmds := []tea.Cmd{m.home.Take(news).Cmd}
	for _, p := range m.pages {
		cmds = append(cmds, p.Take(news).Cmd)
	}
	return tea.Batch(cmds...)
}

// noticeTime is how long a notice stands in the bottom line.
const noticeTime = 4 * time.Second

// notice is what the bottom line says for a while.
type notice struct {
	text  string
	quiet bool // it matters little
	turn  int
}

// noticeEnded takes a notice away, unless a later one stands there.
type noticeEnded struct{ turn int }

func (n *notice) end(msg noticeEnded) {
	if msg.turn == n.turn {
		n.text = ""
	}
}

// say shows a message as a notice. Its arguments may come from a file.
func (m *Model) say(message words.Message, args ...any) tea.Cmd {
	return m.notify(m.words().Say(message, args...))
}
