import { Engine } from 'json-rules-engine'
import { input, run } from '../measure.mjs'

const engine = new Engine(input.rules)
const facts = new Map(input.questions.map(question => [question, { ...question.attributes, omstandigheden: question.circumstances }]))
await run('run', input.rules.length, async question => {
    const { events } = await engine.run(facts.get(question))
    return events.some(event => event.type === 'opent') && !events.some(event => event.type === 'sluit')
})
