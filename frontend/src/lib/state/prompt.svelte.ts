/** Chromium's own event, which the type library does not know. */
interface Prompt extends Event {
  prompt: () => Promise<void>
  userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** Chromium offers its own question once, soon after the start: kept here until it suits. */
class InstallPrompt {
  #held = $state.raw<Prompt | undefined>()

  get held(): boolean {
    return this.#held !== undefined
  }

  hold(event: Event): void {
    event.preventDefault()
    this.#held = event as Prompt
  }

  /** Ask in the browser's words; true when the person said yes. */
  async ask(): Promise<boolean> {
    const prompt = this.#held
    this.#held = undefined
    await prompt?.prompt()
    return (await prompt?.userChoice)?.outcome === 'accepted'
  }
}

export const installPrompt = new InstallPrompt()
