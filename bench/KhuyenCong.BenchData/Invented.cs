using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.BenchData;

/// <summary>The n-th invented result (dữ liệu minh họa): the same on every machine, because chance is a hash of the number.</summary>
internal static class Invented
{
    private static readonly string[] Works = ["Hỗ trợ máy tiện CNC", "Lớp tập huấn quản trị sản xuất", "Bản tin khuyến công", "Mô hình trình diễn sấy lạnh", "Gian hàng hội chợ", "Tư vấn thiết kế bao bì", "Đoàn khảo sát thị trường"];
    private static readonly string[] Owners = ["Cơ sở Hòa Minh", "HTX An Phú", "Công ty TNHH Biển Xanh", "Hộ kinh doanh Sáu Lành", "Doanh nghiệp tư nhân Tân Tiến", "Tổ hợp tác Ninh Sơn"];

    public static ResultEntry Entry(int number, Target target, IReadOnlyList<string> communes, DateOnly from, DateOnly to)
    {
        var work = Works[Chance(number, 1, Works.Length)];
        return new()
        {
            Quantity = 1 + Chance(number, 2, 3),
            Copies = target.Measure is TargetMeasure.Copies ? 100 + Chance(number, 3, 900) : null,
            Times = 1 + Chance(number, 4, 5),
            AchievedOn = from.AddDays(Chance(number, 5, to.DayNumber - from.DayNumber + 1)),
            CommuneCode = communes[Chance(number, 6, communes.Count)],
            Place = $"Khu phố {1 + Chance(number, 7, 20)}",
            Title = $"{work} thứ {number} (dữ liệu minh họa)",
            Note = Chance(number, 8, 3) == 0 ? "Ghi nhận theo biên bản nghiệm thu của xã, phường." : null,
            KeyKind = target.KeyKind,
            Serial = target.KeyKind is NaturalKeyKind.MachineSerial ? $"MH-{number:000000}" : null,
            Issue = target.KeyKind is NaturalKeyKind.TitleAndIssue ? number.ToString(CultureInfo.InvariantCulture) : null,
            Amounts = Amounts(number),
            Beneficiaries = [.. Enumerable.Range(0, Chance(number, 9, 3)).Select(i => new BeneficiaryEntry($"{Owners[Chance(number, 10 + i, Owners.Length)]} {Chance(number, 13 + i, 3000)} (dữ liệu minh họa)"))],
        };
    }

    public static EvidenceAttached Proof(int number, int which, Guid id)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"minh chứng {number}/{which}")));
        return new(id, sha, $"bien-ban-{number}-{which}.pdf", 20_000 + Chance(number, 16, 900_000), "application/pdf", null);
    }

    public static int Proofs(int number) => Chance(number, 17, 3);

    /// <summary>A number below <paramref name="of"/> out of two others (SplitMix64).</summary>
    public static int Chance(int number, int purpose, int of)
    {
        unchecked
        {
            var z = ((ulong)number * 31) + (ulong)purpose + 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return (int)((z ^ (z >> 31)) % (ulong)of);
        }
    }

    private static List<SourceAmount> Amounts(int number)
    {
        List<SourceAmount> amounts = [new(FundingSource.Provincial.Code, new(5_000_000 + (Chance(number, 18, 200) * 500_000L)))];
        if (Chance(number, 19, 2) == 0)
        {
            amounts.Add(new(FundingSource.Counterpart.Code, new(1_000_000 + (Chance(number, 20, 100) * 250_000L))));
        }

        if (Chance(number, 21, 8) == 0)
        {
            amounts.Add(new(FundingSource.National.Code, Dong.Millions(10 + Chance(number, 22, 60))));
        }

        return amounts;
    }
}
