using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Changes by which fact the results of a target are told apart: target locked, rule asked, every key set anew in the same save.</summary>
public sealed class TargetKeys(KhuyenCongDb db)
{
    public Task<IReadOnlyList<Breach>> ChangeAsync(Guid targetId, NaturalKeyKind wanted, string? reason) =>
        db.WriteTargetAsync<IReadOnlyList<Breach>>(targetId, async () =>
        {
            var target = await db.Targets.SingleAsync(t => t.TargetId == targetId);
            var recorded = await db.Results.Where(r => r.TargetId == targetId && r.State == ResultState.Recorded).ToListAsync();
            var keys = recorded.Select(r => ChangeKeyKind.KeyOf(r, wanted)?.Key).OfType<string>().Distinct().ToList();
            var elsewhere = await db.Results.AsNoTracking().Where(r => r.TargetId != targetId && r.State == ResultState.Recorded && keys.Contains(r.NaturalKey)).ToListAsync();
            var ruling = ChangeKeyKind.Of(target, wanted, reason, recorded, elsewhere);
            if (ruling.Event is not { } changed)
            {
                return ruling.Breaches;
            }

            target.Apply(changed);
            var byId = recorded.ToDictionary(r => r.ResultId);
            foreach (var rekeyed in changed.Results)
            {
                byId[rekeyed.ResultId].Apply(rekeyed);
            }

            db.Because("target.key-kind-changed", changed.Reason);
            await db.SaveChangesAsync();
            return [];
        });
}

/// <summary>Kinds of natural keys as an official reads them.</summary>
public static class KeyKindWords
{
    public static string Words(this NaturalKeyKind kind) => kind switch
    {
        NaturalKeyKind.MachineSerial => "Số máy (số sê-ri)",
        NaturalKeyKind.ClassAndDate => "Tên lớp, hội nghị và ngày",
        NaturalKeyKind.TitleAndIssue => "Tên ấn phẩm và số, kỳ phát hành",
        _ => "Tên, ngày và nơi",
    };
}
