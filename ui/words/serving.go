package words

// Serving a knowledge base over SSH.
var (
	ServeShort = Message{"Serve a read-only explorer over SSH", "Servir un explorateur en lecture seule par SSH"}
	ServeLong  = Message{
		`Serve a read-only explorer over SSH. Each session has an explorer of its own; all share one copy of the knowledge base in memory, which follows the files.
Clients are admitted if their public key is in the keys file, which has one key per line, as OpenSSH's authorized_keys does. With --anonymous, all clients are admitted. A session runs the explorer only: commands, shells, file transfer and forwarding are refused.`,
		`Servir un explorateur en lecture seule par SSH. Chaque session a son propre explorateur ; toutes partagent une seule copie de la base en mémoire, qui suit les fichiers.
Un client est admis si sa clé publique figure dans le fichier de clés, à raison d’une clé par ligne, comme dans authorized_keys d’OpenSSH. Avec --anonymous, tous les clients sont admis. Une session n’ouvre que l’explorateur : commandes, shells, transferts de fichiers et redirections sont refusés.`,
	}

	FlagSSH       = Message{"Address to listen on: IP:PORT, localhost:PORT, or :PORT for all interfaces", "Adresse d’écoute\u00a0: IP:PORT, localhost:PORT, ou :PORT pour toutes les interfaces"}
	FlagKeys      = Message{"File of the admitted public keys", "Fichier des clés publiques admises"}
	FlagAnonymous = Message{"Admit all clients, without a key", "Admettre tous les clients, sans clé"}
	FlagHostKey   = Message{"File of the server’s own key; made if it does not exist", "Fichier de la clé du serveur\u00a0; créé s’il n’existe pas"}
	FlagSessions  = Message{"Maximum number of sessions", "Nombre maximal de sessions"}
	FlagEach      = Message{"Maximum number of sessions per key, or per address with --anonymous", "Nombre maximal de sessions par clé, ou par adresse avec --anonymous"}
	FlagRate      = Message{"Maximum number of new connections per address and minute", "Nombre maximal de nouvelles connexions par adresse et par minute"}
	FlagIdle      = Message{"Time without a key after which a session ends", "Durée sans frappe après laquelle une session prend fin"}
	FlagLongest   = Message{"Time after which a session ends", "Durée après laquelle une session prend fin"}

	// Why it cannot begin. %s is a file.
	NeedsSSH          = Message{"The address to listen on is missing: --ssh IP:PORT.", "L’adresse d’écoute manque\u00a0: --ssh IP:PORT."}
	NeedsPositive     = Message{"Limits are greater than zero.", "Les limites sont supérieures à zéro."}
	KeysOrAnonymous   = Message{"Either --keys or --anonymous.", "Soit --keys, soit --anonymous."}
	NoKeysFile        = Message{"There is no keys file %s.", "Le fichier de clés %s n’existe pas."}
	NoKeysIn          = Message{"%s has no usable key.", "%s ne contient aucune clé utilisable."}
	KeysAreWritable   = Message{"Other users can write to the keys file %s, and so admit themselves.", "D’autres utilisateurs peuvent modifier le fichier de clés %s, et donc s’admettre eux-mêmes."}
	HostKeyIsReadable = Message{"Other users can read the host key %s, and so impersonate the server.", "D’autres utilisateurs peuvent lire la clé d’hôte %s, et donc usurper l’identité du serveur."}
	CannotServe       = Message{"Cannot serve: %s", "Impossible de servir\u00a0: %s"}
	HowToMakeKeys     = Message{"Write one public key per line into it (cat ~/.ssh/id_ed25519.pub), or admit all clients with --anonymous.", "Y écrire une clé publique par ligne (cat ~/.ssh/id_ed25519.pub), ou admettre tous les clients avec --anonymous."}

	// The first %s is the command that mends it.
	HowToProtect = Message{"To mend it: %s", "Pour y remédier\u00a0: %s"}

	// The first %s is a file, the second is numbers of lines.
	KeysNotUsed = Message{"%s: ignored lines, with unsupported options, weak keys or no key: %s", "%s\u00a0: lignes ignorées (options non prises en charge, clés faibles ou absentes)\u00a0: %s"}

	// What it says of itself. %s is an address, a fingerprint.
	ServeListens = Message{"Listening on %s", "À l’écoute sur %s"}
	ServeHostKey = Message{"Host key: %s", "Clé d’hôte\u00a0: %s"}

	// What is logged. %s is how long it lasted, or what happened.
	ServeBegins  = Message{"session begins", "début de session"}
	ServeEnds    = Message{"session ends after %s", "fin de session après %s"}
	ServeFull    = Message{"refused: too many sessions", "refus\u00a0: trop de sessions"}
	ServeUnkeyed = Message{"key no longer authorized", "clé qui n’est plus autorisée"}
	ServeFailed  = Message{"session failed: %s", "échec de la session\u00a0: %s"}

	// What a person is told.
	ServeNeedsTerminal = Message{"This server runs the explorer only, which needs a terminal: ssh -t", "Ce serveur n’ouvre que l’explorateur, qui demande un terminal\u00a0: ssh -t"}
	ServeIdle          = Message{"The session has ended: nothing was typed for a long time.", "La session a pris fin\u00a0: rien n’a été tapé pendant longtemps."}
	ServeLongest       = Message{"The session has ended: its time limit was reached.", "La session a pris fin\u00a0: sa durée est écoulée."}
	ServeTooMuch       = Message{"The session has ended: too much was typed or pasted.", "La session a pris fin\u00a0: trop de texte a été tapé ou collé."}
	ServeStops         = Message{"The session has ended: the server is shutting down.", "La session a pris fin\u00a0: le serveur s’arrête."}
	ServeRevoked       = Message{"The session has ended: your key is no longer authorized.", "La session a pris fin\u00a0: votre clé n’est plus autorisée."}
	ServeBroken        = Message{"The session has ended: internal error.", "La session a pris fin\u00a0: erreur interne."}
)
