using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KhuyenCong.MicroBench;

// In this process: nothing is generated, restored or built at run time.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkRunner.Run<EligibilityBench>(config, args);
BenchmarkRunner.Run<MatchingBench>(config, args);
