/**
 * The words that the posts of the corpus are made of.
 */

const list = (text) => text.trim().split(/\s+/);

export const NOUNS = list(`
  系统 网络 数据 模型 算法 函数 线程 进程 内存 缓存 文件 接口 服务 请求 用户 页面 模板 主题 插件 配置 编译器
  解释器 数据库 索引 事务 日志 协议 图像 文本 标签 向量 矩阵 梯度 概率 分布 样本 误差 参数 权重 结构 节点 链表
  队列 哈希表 二叉树 图论 动态规划 贪心策略 正则表达式 编码 字符集 排版 字体 浏览器 服务器 客户端 容器 镜像 集群
  负载 延迟 吞吐量 带宽 异常 测试 部署 版本 分支 仓库 依赖 构建 文档 语义 语法 上下文 注意力机制 卷积层 损失函数
  学习率 训练集 验证集 语音识别 机器翻译 推荐系统 微服务 消息队列
`);

export const VERBS = list(`
  实现 优化 分析 讨论 解决 处理 计算 生成 读取 写入 更新 删除 合并 压缩 解析 渲染 测量 比较 验证 推导 训练 部署
  调试 重构 记录 监控 观察 证明 设计 改进
`);

export const ADJECTIVES = list(`
  简单的 复杂的 高效的 稳定的 常见的 重要的 有趣的 经典的 现代的 轻量级的 可靠的 灵活的 隐蔽的 真实的 完整的
  抽象的 具体的 并行的 异步的 分布式的
`);

export const ENGLISH = list(`
  Node.js Python TypeScript Linux Docker Kubernetes React Rust GPU CPU HTTP TCP Redis PostgreSQL GitHub
  Transformer PyTorch NumPy CUDA LLVM Markdown UTF-8 JSON YAML WebAssembly Nginx Kafka SQLite Vim Git
`);

export const DEGREES = list('简单 复杂 稳定 可靠 大 小 快');

/** {N} a noun, {V} a verb, {A} an adjective, {G} a degree, {E} an English name, {D} four digits. */
export const SENTENCES = [
  '我们首先{V}{A}{N}，然后再{V}它的{N}。',
  '在{A}{N}里，{N}往往比{N}更值得关注。',
  '为了{V}{N}，这里使用了 {E} 提供的{N}。',
  '需要注意的是，{N}并不等于{N}，两者在{N}上有本质区别。',
  '如果{N}出现问题，可以先检查{N}，再{V}{N}。',
  '笔者在使用 {E} 的过程中发现，{A}{N}会让{N}变得难以{V}。',
  '这段代码的作用是{V}{N}，并把结果交给{A}{N}。',
  '从实验结果来看，{N}的开销主要来自{N}和{N}。',
  '换句话说，只要{N}足够{G}，{N}就能够被正确地{V}。',
  '下面给出一个{A}例子，用来说明 {E} 如何{V}{N}。',
  '与 {E} 相比，{E} 在{N}方面更有优势，但{N}略显不足。',
  '因此，本文的结论是：{V}{N}之前，务必先{V}{N}。',
  '对于初学者来说，理解{N}与{N}之间的关系是第一步。',
  '当{N}的规模达到 {D} 时，{A}{N}就会成为瓶颈。',
  '值得一提的是，{E} 在 {D} 年之后才开始支持{A}{N}。',
  'The {E} runtime makes it easy to reason about latency, but throughput is another story.',
  'In practice, {E} and {E} share the same idea with different trade-offs.',
];

export const INLINE_CODE = [
  'npm run build',
  'git rebase -i',
  'std::move(x)',
  'np.dot(a, b)',
  'SELECT 1',
  'O(n log n)',
];

/** Paths from the root of the tree. */
export const CATEGORIES = [['编程'], ['编程', '前端'], ['编程', '后端'], ['编程', 'C++'], ['编程', 'Python'], ['机器学习'], ['机器学习', '语音'], ['机器学习', '视觉'], ['机器学习', '优化'], ['数学'], ['数学', '线性代数'], ['数学', '概率论'], ['生活'], ['生活', '旅行'], ['生活', '摄影'], ['读书'], ['工具'], ['工具', 'Linux'], ['工具', '编辑器'], ['随笔']];

/** 200 tags, the most frequent first. */
export const TAGS = [...ENGLISH.map((name) => name.replace(/[.+#]/g, '')), ...NOUNS];
for (let n = 0; TAGS.length < 200; n++) TAGS.push(NOUNS[(n * 7) % NOUNS.length] + VERBS[n % VERBS.length]);
