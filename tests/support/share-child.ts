/** A child as the share agent starts it, for the tests of what the host does with one that behaves badly. */
process.on('message', ({ kind, input }: { kind: string; input: unknown }) => {
  switch (kind) {
    case 'answer':
      process.send?.({ kind: 'progress', done: 1, total: 2, what: 'Copying' })
      process.send?.({ kind: 'answer', answer: { ok: true, value: { input, pid: process.pid } } })
      return
    case 'refuse':
      process.send?.({
        kind: 'answer',
        answer: {
          ok: false,
          error: { code: 'read-only', message: 'The folder cannot be written to.', remedy: 'Ask.' },
        },
      })
      return
    case 'die':
      process.exit(3)
      return
    case 'hang':
      // As in a system call that never returns: nothing but SIGKILL gets through.
      for (;;);
  }
})
