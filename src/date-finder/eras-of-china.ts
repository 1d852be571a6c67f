import { erasOf } from './eras.ts'

/** Eras that histories date by, each with its first year; of those said twice, the better known. */
const FIRST_YEARS = `
-2 元狩79 元封91 太初97
1 建安96
5 开皇81
6 大业05 武德18 贞观27 永徽50
7 开元13 天宝42 大历66 建中80
8 元和06 会昌41
9 太平兴国76 咸平98
10 景德04 庆历41 嘉祐56 熙宁68 元丰78 元祐86 绍圣94
11 崇宁02 宣和19 靖康26 建炎27 绍兴31 乾道65 淳熙74
12 至元64
13 至正41 洪武68 建文99
14 永乐03 宣德26 正统36 景泰50 天顺57 成化65 弘治88
15 正德06 嘉靖22 隆庆67 万历73
16 天启21 崇祯28 顺治44 康熙62
17 雍正23 乾隆36 嘉庆96
18 道光21 咸丰51 同治62 光绪75
19 宣统09`

export const ERAS_OF_CHINA = erasOf(FIRST_YEARS)
