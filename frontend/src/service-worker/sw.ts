import { answerNotifications } from './notifications.ts'
import { answerFetches } from './precache.ts'
import { answerPushes } from './push.ts'
import { answerSync } from './sync.ts'
import { answerTakeover } from './takeover.ts'

answerFetches()
answerTakeover()
answerPushes()
answerNotifications()
answerSync()
