import { ZenEngine } from '@gorules/zen-engine'
import { input, run } from '../measure.mjs'

const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(input.table)))
const facts = new Map(
    input.questions.map(question => [
        question,
        { ...question.attributes, ...Object.fromEntries(input.circumstances.map(name => [name, question.circumstances.includes(name)])) },
    ]),
)
await run('beslistabel, collect', input.table.nodes[1].content.rules.length, async question => {
    const { result } = await decision.evaluate(facts.get(question))
    const rows = Array.isArray(result) ? result : []
    return rows.some(row => row.opent) && !rows.some(row => !row.opent)
})
