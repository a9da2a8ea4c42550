/** Who may import whom. Each rule says why, because its message is what somebody reads who has just broken it. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two files that need each other are one file, or share a third. A cycle loads in an order nobody chose.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'What is imported must be there.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'contract-stands-alone',
      severity: 'error',
      comment:
        'The contract is read by every room and every host, so it knows none of them: only zod and itself.',
      from: { path: '^core/contract/' },
      to: { pathNot: ['^core/contract/', '^node_modules/zod/'] },
    },
    {
      name: 'renderer-knows-the-contract-only',
      severity: 'error',
      comment:
        'The window cannot tell which host it has: what it knows of the core is core/contract. Ask by a call instead.',
      from: { path: '^renderer/' },
      to: { path: '^(core|db|electron|tests|migrations)/', pathNot: '^core/contract/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      comment: 'The window runs in a sandbox without Node; what needs Node belongs in a host or the core.',
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-no-host',
      severity: 'error',
      comment:
        'The core runs under three hosts because it knows none: what it needs of one is a port in core/ports.ts.',
      from: { path: '^core/' },
      to: {
        path: ['^(electron|renderer|tests)/', '^node_modules/(electron|react|react-dom|better-sqlite3)/'],
      },
    },
    {
      name: 'commands-stay-in-their-subject',
      severity: 'error',
      comment:
        'A subject may use another subject’s queries and pure rules, never its commands: each change has one author, and one transaction.',
      from: { path: '^core/([^/]+)/' },
      to: { path: '^core/[^/]+/commands[^/]*', pathNot: '^core/$1/' },
    },
    {
      name: 'commands-are-wired-in-one-place',
      severity: 'error',
      comment: 'Only core/handlers.ts and core/create-core.ts connect commands with their calls.',
      from: {
        path: '^(core/[^/]+\\.ts$|db/|electron/|renderer/)',
        pathNot: '^core/(handlers|create-core)\\.ts$',
      },
      to: { path: '^core/[^/]+/commands[^/]*' },
    },
    {
      name: 'writers-are-pure',
      severity: 'error',
      comment:
        'A writer turns a document model into bytes. It sees no database, no file and no network, so that its output depends on its input only.',
      from: { path: '^core/documents/to-' },
      to: {
        path: [
          '^db/',
          '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads)$',
          '^core/(?!documents/|contract/)[^/]+/',
        ],
      },
    },
    {
      name: 'db-knows-only-sqlite',
      severity: 'error',
      comment:
        'The store knows tables and journals, not panels: only better-sqlite3, Node and the error codes.',
      from: { path: '^db/' },
      to: {
        pathNot: ['^db/', '^core/contract/errors\\.ts$', '^node_modules/(@types/)?better-sqlite3/'],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'sqlite-in-db-only',
      severity: 'error',
      comment: 'A second way to the database would pass by the journal and the lock.',
      from: { pathNot: '^(db|tests)/' },
      to: { path: '^node_modules/(@types/)?better-sqlite3/' },
    },
    {
      name: 'electron-in-its-host-only',
      severity: 'error',
      comment:
        'Only electron/*.ts imports electron: loopback, the command line and the ports they share run where it is not.',
      from: { pathNot: '^(electron/[^/]+\\.ts$|tests/)' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'small-hosts-know-no-window',
      severity: 'error',
      comment:
        'Loopback, the command line and what hosts share never reach into the Electron host’s own files.',
      from: { path: '^electron/[^/]+/' },
      to: { path: '^electron/[^/]+\\.ts$' },
    },
    {
      name: 'product-has-no-loopback',
      severity: 'error',
      comment:
        'The packaged application listens on no port: the Electron host never imports loopback, cli or start.',
      from: { path: '^electron/[^/]+\\.ts$', pathNot: '^electron/start\\.ts$' },
      to: { path: '^electron/(loopback|cli|start)/' },
    },
    {
      name: 'hosts-know-no-page',
      severity: 'error',
      comment: 'A host serves the built page and knows nothing of its source.',
      from: { path: '^electron/' },
      to: { path: '^(renderer|tests)/' },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(build|dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
}
