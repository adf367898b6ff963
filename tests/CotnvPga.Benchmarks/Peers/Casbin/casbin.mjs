import { newEnforcer, newModelFromString, StringAdapter } from 'casbin'
import { input, run } from '../measure.mjs'

const enforcer = await newEnforcer(newModelFromString(input.model), new StringAdapter(input.lines.join('\n')))
const each = (list, test) => list === '*' || list.slice(1, -1).split('|').every(test)
enforcer.addFunction('in_lijst', (list, value) => list === '*' || list.includes(`|${value}|`))
enforcer.addFunction('alle', (list, given) => each(list, word => given.includes(`|${word}|`)))
enforcer.addFunction('geen', (list, given) => each(list, word => !given.includes(`|${word}|`)))

const asked = new Map(
    input.questions.map(question => [question, [...input.attributes.map(name => question.attributes[name]), `|${question.circumstances.join('|')}|`]]),
)
await run('enforceSync', input.lines.length, question => enforcer.enforceSync(...asked.get(question)))
await run('enforce', input.lines.length, question => enforcer.enforce(...asked.get(question)))
