import tseslint from 'typescript-eslint'

const nativeDatabase = {
  name: 'better-sqlite3',
  message: 'The database is opened in db/ only: a second way in would pass by the journal and the lock.',
}
const electronModule = {
  name: 'electron',
  message:
    'Only the Electron host (electron/*.ts) may import electron: the other hosts and the core run where it is not.',
}
const ipcMain = {
  name: 'electron',
  importNames: ['ipcMain'],
  message: 'ipcMain belongs to electron/ipc.ts, which checks the sender of every message.',
}

const restrictImports = (...paths) => ['error', { paths }]

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'node_modules/', 'coverage/'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-console': 'off',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-imports': restrictImports(nativeDatabase, electronModule),
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name: one thing then has one name wherever it is used.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Text is data, never HTML: render it as text, or as elements of the document model.',
        },
        {
          selector:
            "Property[key.name='dangerouslySetInnerHTML'], Property[key.value='dangerouslySetInnerHTML']",
          message: 'Text is data, never HTML: render it as text, or as elements of the document model.',
        },
        {
          selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
          message: 'Text is data, never HTML: set textContent, or build elements.',
        },
        {
          selector: "CallExpression[callee.property.name='insertAdjacentHTML']",
          message: 'Text is data, never HTML: build elements.',
        },
      ],
    },
  },
  {
    // A room without Node and without network of its own: it talks to its host through the client.
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/client/**', 'renderer/vite.config.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'The window talks to its host through renderer/client only.' },
        { name: 'EventSource', message: 'The window talks to its host through renderer/client only.' },
        { name: 'WebSocket', message: 'The window talks to its host through renderer/client only.' },
        { name: 'XMLHttpRequest', message: 'The window talks to its host through renderer/client only.' },
        { name: 'localStorage', message: 'What must be kept belongs into the book or the settings.' },
      ],
    },
  },
  { files: ['db/**/*.ts'], rules: { 'no-restricted-imports': restrictImports(electronModule) } },
  { files: ['electron/*.ts'], rules: { 'no-restricted-imports': restrictImports(nativeDatabase, ipcMain) } },
  { files: ['electron/ipc.ts'], rules: { 'no-restricted-imports': restrictImports(nativeDatabase) } },
  {
    // Tests look at files from outside, with whatever shows the truth.
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Tools that demand a default export.
    files: ['**/vite*.config.ts', 'vitest.config.ts', 'eslint.config.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
