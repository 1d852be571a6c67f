import type { Language } from '../language.ts'

export const pt: Language = {
  tag: 'pt',
  months: 'jan fev março|marco|mar abr mai jun jul ago set|sept out nov dez',
  weekdays:
    'segunda|segunda_feira|seg terça|terca|terça_feira|terca_feira quarta|quarta_feira|qua quinta|quinta_feira|qui sexta|sexta_feira|sex sabado|sab dom',
  unsure: 'segunda|quarta|quinta|sexta',
  numbers:
    'um|uma dois|duas três|tres quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove vinte vinte_e_um vinte_e_dois vinte_e_três vinte_e_quatro vinte_e_cinco vinte_e_seis vinte_e_sete vinte_e_oito vinte_e_nove trinta trinta_e_um',
  ordinals:
    'primeiro|primeira segundo|segunda terceiro|terceira quarto|quarta quinto|quinta sexto|sexta sétimo|sétima oitavo|oitava nono|nona décimo|décima',
  ordinal: 'º|ª|o|a',
  tensWords: '- vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  years: 'anos',
  seasons: 'primavera verão|verao outono inverno',
  units: {
    day: 'dia|dias',
    weekend: 'fim de semana|final de semana|fins de semana',
    week: 'semana|semanas',
    month: 'mês|mes|meses',
    quarter: 'trimestre|trimestres',
    half: 'semestre|semestres|metade',
    year: 'ano|anos|ano civil',
    decade: 'década|décadas|decada|década de',
    century: 'século|séculos|seculo',
  },
  amounts: { '2 week': 'quinzena' },
  relative: {
    'day-2': 'anteontem|antes de ontem',
    'day-1': 'ontem|o dia de ontem',
    day0: 'hoje',
    day1: 'amanhã|amanha',
    day2: 'depois de amanhã|depois de amanha|dia depois de amanhã|dia depois de amanha',
  },
  shifts: {
    '-1': 'passado|passada|passados|passadas|último|última|últimos|últimas|ultimo|ultima|ultimos|ultimas|anterior|anteriores',
    '0': 'este|esta|neste|nesta|deste|desta|esse|essa|nesse|nessa|dessa|desse|presente|corrente',
    '1': 'próximo|próxima|próximos|próximas|proximo|proxima|proximos|proximas|seguinte|seguintes',
  },
  shiftsAfter: {
    '-1': 'passado|passada|passados|passadas|anterior|anteriores|último|última',
    '0': 'corrente|atual|em curso',
    '1': 'que vem|seguinte|seguintes|próximo|próxima',
  },
  same: 'mesmo|do mesmo',
  before: {
    start:
      'início de|início do|inícios de|começo de|começo do|princípio de|princípios de|inicio de|inicio do|começos de',
    mid: 'meados de|meados do|meio de|metade de',
    end: 'fim de|fim do|final de|final do|finais de|fins de|finais do|fins do',
    approx: 'cerca de|por volta de|aproximadamente|circa|ca.|em torno de',
  },
  ago: 'atrás|atras',
  agoBefore: 'há|ha|faz',
  henceBefore: 'daqui a|dentro de|em',
  half: 'e meio|e meia',
  eras: { BC: 'a.c.|a. c.|antes de cristo', 0: 'd.c.|d. c.|depois de cristo' },
  fiscal: 'ano fiscal|exercício fiscal|exercício',
  parts: {
    quarter1: 't1|q1|1t',
    quarter2: 't2|q2|2t',
    quarter3: 't3|q3|3t',
    quarter4: 't4|q4|4t',
    half1: 'h1',
    half2: 'h2',
  },
  days: {
    '12-25': 'natal|dia de natal',
    '01-01': 'ano novo|dia de ano novo',
    '12-24': 'véspera de natal',
    '12-31': 'véspera de ano novo|réveillon',
    '02-14': 'dia de são valentim',
  },
  last: 'última|último|ultima|ultimo',
  to: 'a|ao|até|até ao|até o|à|ate',
  and: 'e',
  between: 'entre|entre o|entre os|entre a',
  now: 'presente|hoje|atualidade|agora|momento',
  of: 'de|do|da|dos|das|o|a|os|as|em|no|na',
  in: 'em|desde|de|até|a|para|durante|por|entre|no|na|o|ano|do|e|após|este|próximo',
  on: 'em|dia|no dia|até|o|ao|de|a',
  every: 'cada|todos os|todas as|toda|todo|um|uma',
  counted:
    'pessoas|homens|mulheres|usuários|dólares|euros|reais|milhões|mil|metros|quilômetros|km|kg|pontos|páginas|vezes|horas|minutos|segundos|funcionários|habitantes|mortos|crianças|alunos|unidades|casos|votos|soldados|por cento|palavras|graus',
  named:
    'windows|office|versão|versao|n.º|nº|número|página|pág.|porta|sala|modelo|iso|rfc|nível|linha|erro|rua|quase|mais de',
  future: 'será|serão|haverá|vai|prevê|previsto|prevista|planeja|em breve|voltarei|estarei|irei|vou',
}
