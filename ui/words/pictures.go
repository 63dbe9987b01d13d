package words

// Pictures holds the messages that all pictures share, and what each is called.
type Pictures struct {
	KeyOpenShown, KeyHops, KeySwap, HintHops, HintSwap    string
	KeyWalk, KeyNext, KeyDetails, KeyZoom, KeyPan, KeyFit string
	KeyViews, KeyGraph, KeyPath, KeyTimeline              string
	KeyMap, KeyMatrix                                     string

	HintWalk, HintDetails, HintZoom, HintFit, HintViews string

	ViewsTitle                                                  string
	GraphView, PathView, TimelineView, MapView, MatrixView      string // in the menu
	GraphTitle, PathTitle, TimelineTitle, MapTitle, MatrixTitle string
	Drawing                                                     string
	ChooseTitle                                                 string
	FlagPlain                                                   string
}

var englishPictures = Pictures{
	KeyOpenShown: "a picture: open what is selected", KeyHops: "graph, path, matrix: more hops, fewer", KeySwap: "path, matrix: the other way round", HintHops: "hops", HintSwap: "swap",
	KeyWalk: "a picture: what is next in that direction", KeyNext: "a picture: the next thing, the one before", KeyDetails: "a picture: the detail of what is selected",
	KeyZoom: "timeline, map: nearer, farther", KeyPan: "a picture: move it, with the other arrows too", KeyFit: "a picture: fit everything",
	KeyViews: "the other views of what is selected", KeyGraph: "graph: what surrounds an entity", KeyPath: "path: how two entities are connected",
	KeyTimeline: "timeline: everything with a date", KeyMap: "map: everything with a place", KeyMatrix: "matrix: two kinds against each other",

	HintWalk: "walk", HintDetails: "detail", HintZoom: "zoom", HintFit: "fit", HintViews: "views",

	ViewsTitle: "Look at it as",
	GraphView:  "graph: what surrounds it", PathView: "path: how it is connected to another", TimelineView: "timeline", MapView: "map", MatrixView: "matrix: two kinds against each other",
	GraphTitle: "Graph", PathTitle: "Path", TimelineTitle: "Timeline", MapTitle: "Map", MatrixTitle: "Matrix",
	Drawing: "Drawing…", ChooseTitle: "Choose an entity",
	FlagPlain: "Words only, without drawing characters",
}

var frenchPictures = Pictures{
	KeyOpenShown: "une image\u00a0: ouvrir ce qui est choisi", KeyHops: "graphe, chemin, matrice\u00a0: plus de pas, moins", KeySwap: "chemin, matrice\u00a0: dans l’autre sens", HintHops: "pas", HintSwap: "échanger",
	KeyWalk: "une image\u00a0: ce qui vient de ce côté", KeyNext: "une image\u00a0: ce qui suit, ce qui précède", KeyDetails: "une image\u00a0: le détail de ce qui est choisi",
	KeyZoom: "chronologie, carte\u00a0: plus près, plus loin", KeyPan: "une image\u00a0: la déplacer, avec les autres flèches aussi", KeyFit: "une image\u00a0: tout y faire tenir",
	KeyViews: "les autres vues de ce qui est choisi", KeyGraph: "graphe\u00a0: ce qui entoure une entité", KeyPath: "chemin\u00a0: comment deux entités sont reliées",
	KeyTimeline: "chronologie\u00a0: tout ce qui a une date", KeyMap: "carte\u00a0: tout ce qui a un lieu", KeyMatrix: "matrice\u00a0: deux sortes croisées",

	HintWalk: "avancer", HintDetails: "détail", HintZoom: "zoom", HintFit: "tout", HintViews: "vues",

	ViewsTitle: "Regarder comme",
	GraphView:  "graphe\u00a0: ce qui l’entoure", PathView: "chemin\u00a0: comment il est relié à un autre", TimelineView: "chronologie", MapView: "carte", MatrixView: "matrice\u00a0: deux sortes croisées",
	GraphTitle: "Graphe", PathTitle: "Chemin", TimelineTitle: "Chronologie", MapTitle: "Carte", MatrixTitle: "Matrice",
	Drawing: "Mise en image…", ChooseTitle: "Choisir une entité",
	FlagPlain: "Des mots seulement, sans caractères de dessin",
}
