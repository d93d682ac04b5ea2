/**
 * Characters by which Chinese writes foreign sounds (特朗普), simplified and traditional: among the 450 commonest of
 * transliterated names and at least 1 × as common there as in running text. Written by scripts/hanzi.mjs.
 * Data: Wikidata (CC0); see NOTICE.md.
 */
export const TRANSLITERATION_HANZI =
  '丁丘丝丹丽乌乔亚亞亨什仁伊伍休伦伯伽佐佛佩佳依侯修倫傑克內兰兹凡凯凱切列利加努劳勃勒勞卓南博卜卡卢厄' +
  '古史叶吉吕呂哈哥哲唐喬嘉图圖圭坎坦埃培基堡塔塞夏多夫奇奈奎契奥奧奴妮妲姆姬威娃娅娜婭孔孟季宁安宗密寇' +
  '富寧尔尚尤尼山岑崔巴布希帕帝席库庫康廖廷弗彭彻彼德忽思恩恰惠愛懷戈戴扎托扬拉拿捷提揚摩撒敏文斐斯施旺' +
  '昂昆普曼朗木札朱朵杜杰松林柏查柯柳根格桑梅森楚欣欽歇歐歷比毛永汀汉汗沃沙法波泰泽洛津派海涅温溫滕漢潔' +
  '潘澤烈烏爾特狄王玛珀珊珍班琪琳琴瑞瑟瑪瓦甘申畢登皇皮盖盧碧祖福科穆策米約納紐素索紹絲維纳维罕罗羅翁翠' +
  '翰考耶肖肯胡臣舍舒艾芒芙芬芭苏茨茲荷莉莎莫莱菲萊萨葉葛蒂蒙蓋蓬蓮蕾薇薛薩藤蘇蘭蘿西許詹諾謝诺谢豪貝貢' +
  '費賀賈賓賴贊贝费贾赖赫路辛达迈迦迪達遜邁邦里金錫钦阿陶隆雅雪雷霍露韋韦頓香馬马魏魯鮑鲁鲍麗麥麦默黛齊' +
  '齐龙';
